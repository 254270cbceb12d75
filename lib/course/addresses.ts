/** Addresses on this site, which may be served from below a folder of its host. */

const base = process.env.NEXT_PUBLIC_BASE_PATH ?? '';

/** The address of a place on the site, such as `/licences/`. */
export function siteAddress(path: `/${string}`): string {
  return `${base}${path}`;
}

/** A recorded run, as the manifest script put it there. */
export function recordingAddress(unitId: string, example: string): string {
  return siteAddress(`/recordings/${unitId}/${example}.json`);
}

/** What can be reviewed of a unit, as the manifest script put it there. */
export function deckAddress(unitId: string): string {
  return siteAddress(`/decks/${unitId}.json`);
}

/** An example's scenario, as the manifest script put it there. */
export function scenarioAddress(unitId: string, example: string): string {
  return siteAddress(`/recordings/${unitId}/${example}.scenario.json`);
}

/** The text of a licence, as `scripts/gather-notices.mjs` put it there. */
export function licenceAddress(file: string): string {
  return siteAddress(`/licences/${file}`);
}

/** The id of an example's run within its lesson. */
export function runAnchor(example: string): string {
  return `run-${example}`;
}

/** The id of a term within the glossary. */
export function termAnchor(id: string): string {
  return `term-${id}`;
}

/** A term's place in the glossary, from the root of the site. */
export function termAddress(id: string): `/${string}` {
  return `/glossary/#${termAnchor(id)}`;
}

/** The playground with an example of a unit in it, from the root of the site. */
export function presetAddress(unitId: string, example: string): `/${string}` {
  return `/playground/#preset=${unitId}/${example}`;
}
