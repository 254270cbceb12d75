/** Addresses of files that the site serves, below the folder it is served from. */

const base = process.env.NEXT_PUBLIC_BASE_PATH ?? '';

/** A recorded run, as the manifest script put it there. */
export function recordingAddress(unitId: string, example: string): string {
  return `${base}/recordings/${unitId}/${example}.json`;
}

/** The text of a licence, as `scripts/gather-notices.mjs` put it there. */
export function licenceAddress(file: string): string {
  return `${base}/licences/${file}`;
}
