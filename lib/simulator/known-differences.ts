/**
 * Where CPython 3.14, which runs here, is known to differ from the older Python of a native run.
 *
 * Texts of both are brought to one wording before they are compared.
 */

const REWORDED: readonly (readonly [RegExp, string])[] = [
  // 3.14: awaiting what cannot be awaited.
  [/object ([\w.]+) can't be used in 'await' expression/g, "'$1' object can't be awaited"],
  // 3.13: http.HTTPStatus follows RFC 9110. Django's log names a response's status so.
  [/\bRequest Entity Too Large\b/g, 'Content Too Large'],
  [/\bRequest-URI Too Long\b/g, 'URI Too Long'],
  [/\bRequested Range Not Satisfiable\b/g, 'Range Not Satisfiable'],
  [/\bUnprocessable Entity\b/g, 'Unprocessable Content'],
  // 3.14: unpacking tells how many values there were.
  [/(too many values to unpack \(expected \d+), got \d+\)/g, '$1)'],
];

/** The text in a wording that does not depend on Python's version. */
export function inCommonWords(text: string): string {
  return REWORDED.reduce((reworded, [older, newer]) => reworded.replace(older, newer), text);
}

/** From 3.14 on, `asyncio.shield` reports a late exception of the shielded future to the loop's handler. */
export const isLateShieldReport = (message: string) => message.endsWith(' exception in shielded future');

/** From 3.14 on, compiling `return` inside `finally` warns (PEP 765). */
export const isFinallyWarning = (warning: string) =>
  /^SyntaxWarning: '\w+' in a 'finally' block$/.test(warning);
