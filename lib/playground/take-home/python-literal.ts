/** JSON as Python source, laid out as Ruff would. */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** Longest line that is not broken up, in characters. */
const WIDTH = 88;

/**
 * The value as a Python expression. What stands before it on its line takes `before` characters, and lines that
 * follow are indented from `indent` spaces on.
 */
export function pythonLiteral(value: Json, before = 0, indent = 0): string {
  const flat = onOneLine(value);
  const isContainer = typeof value === 'object' && value !== null;
  if (!isContainer || before + flat.length <= WIDTH) return flat;
  const inner = indent + 4;
  const lines = Array.isArray(value)
    ? value.map((item: Json) => pythonLiteral(item, inner + 1, inner))
    : entriesOf(value).map(([key, item]) => {
        const start = `${pythonString(key)}: `;
        return start + pythonLiteral(item, inner + start.length + 1, inner);
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const body = lines.map((line) => `${' '.repeat(inner)}${line},\n`).join('');
  return `${open}\n${body}${' '.repeat(indent)}${close}`;
}

function onOneLine(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return pythonString(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  return `{${entriesOf(value)
    .map(([key, item]) => `${pythonString(key)}: ${onOneLine(item)}`)
    .join(', ')}}`;
}

/** What is undefined is not there, as in JSON. */
function entriesOf(value: object): [string, Json][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/** Every escape that JSON writes means the same in a Python string. */
function pythonString(text: string): string {
  return JSON.stringify(text);
}
