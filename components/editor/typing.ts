/** What the plain editor does for the keys that a bare `<textarea>` leaves to the page. Pure. */

export type Edit = { readonly from: number; readonly to: number; readonly text: string };

const INDENT = '    ';

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Enter: a new line as deep as this one, and one level deeper after a colon. */
export function newLine(text: string, from: number, to: number): Edit {
  const line = text.slice(lineStart(text, from), from);
  const depth = /^ */.exec(line)?.[0] ?? '';
  const deeper = /:\s*(#.*)?$/.test(line) ? INDENT : '';
  return { from, to, text: `\n${depth}${deeper}` };
}

/** Tab: to the next multiple of four columns; with a selection over lines, all of them one level deeper. */
export function indent(text: string, from: number, to: number): Edit {
  const start = lineStart(text, from);
  if (!text.slice(from, to).includes('\n')) {
    return { from, to, text: ' '.repeat(INDENT.length - ((from - start) % INDENT.length)) };
  }
  return { from: start, to, text: text.slice(start, to).replace(/^(?=.)/gm, INDENT) };
}

/** Shift+Tab: the lines touched, one level less deep. */
export function outdent(text: string, from: number, to: number): Edit {
  const start = lineStart(text, from);
  return { from: start, to, text: text.slice(start, to).replace(/^ {1,4}/gm, '') };
}
