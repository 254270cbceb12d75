/** Reasons to stop that the reader can do something about. */

/** Its message is for the reader: it is printed without a stack. */
export class Missing extends Error {}

/** Ends the process with one clear sentence for a known reason, and with the stack for an unknown one. */
export function fail(error) {
  console.error(error instanceof Missing ? `\n${error.message}` : error);
  process.exit(1);
}
