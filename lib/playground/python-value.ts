/** Plain Python values read from their source: the way back of `take-home/python-literal.ts`. */
import type { Json } from './take-home/python-literal';

type Value = Exclude<Json, undefined>;

/** A value could not be read; the message says why, as the rest of a sentence. */
export class NotAPlainValue extends Error {}

export type ReadValue = { readonly value: Value; readonly end: number };

const SPACE = /(?:[ \t\n\\]|#[^\n]*)*/y;
const NUMBER = /[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const STRING = /([rRuU]?)("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')/y;
const WORD = /[A-Za-z_]\w*/y;

const CONSTANTS: Readonly<Record<string, Value>> = { True: true, False: false, None: null };

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const skip = (text: string, at: number) => at + (match(SPACE, text, at)?.[0].length ?? 0);

/**
 * The value that begins at `at`, and where it ends. A tuple or set becomes a list, as in JSON.
 * @throws NotAPlainValue where something else stands there: a call, a name, a formula
 */
export function readValue(text: string, at: number): ReadValue {
  const start = skip(text, at);
  const first = text[start];
  if (first === '[') return readItems(text, start, ']');
  if (first === '(') return readItems(text, start, ')');
  if (first === '{') return readBraces(text, start);
  if (match(STRING, text, start)) return readStrings(text, start);
  const number = match(NUMBER, text, start)?.[0];
  if (number !== undefined) return { value: Number(number.replaceAll('_', '')), end: start + number.length };
  const word = match(WORD, text, start)?.[0];
  const constant = word === undefined ? undefined : CONSTANTS[word];
  if (word !== undefined && constant !== undefined) return { value: constant, end: start + word.length };
  throw new NotAPlainValue(word === undefined ? 'a value is missing or not closed' : `“${word}” is a name`);
}

/** Strings that follow one another are one. */
function readStrings(text: string, start: number): ReadValue {
  let value = '';
  let end = start;
  for (let found = match(STRING, text, start); found !== null; found = match(STRING, text, skip(text, end))) {
    const [whole, prefix = '', quoted = ''] = found;
    const width = /^("""|''')/.test(quoted) ? 3 : 1;
    const body = quoted.slice(width, -width);
    value += /r/i.test(prefix) ? body : body.replace(/\\(u[\da-f]{4}|x[\da-f]{2}|[\s\S])/gi, unescaped);
    end = found.index + whole.length;
  }
  return { value, end };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

function unescaped(sequence: string, body: string): string {
  if (body.length > 1) return String.fromCharCode(Number.parseInt(body.slice(1), 16));
  if (/[\dxuUNa]/.test(body)) throw new NotAPlainValue(`the escape ${sequence} is not read here`);
  return ESCAPES[body] ?? sequence;
}

function readItems(text: string, start: number, close: ']' | ')' | '}'): ReadValue {
  const items: Value[] = [];
  let hasComma = false;
  for (let at = skip(text, start + 1); ; ) {
    if (text[at] === close) {
      const [only = null] = items;
      // Brackets around one value are none of a tuple.
      const isGroup = close === ')' && items.length === 1 && !hasComma;
      return { value: isGroup ? only : items, end: at + 1 };
    }
    const item = readValue(text, at);
    items.push(item.value);
    at = skip(text, item.end);
    if (text[at] === ',') {
      hasComma = true;
      at = skip(text, at + 1);
    } else if (text[at] !== close) throw new NotAPlainValue(`“${close}” or a comma is missing`);
  }
}

/** A dict, or a set where the first item has no colon behind it. */
function readBraces(text: string, start: number): ReadValue {
  const first = skip(text, start + 1);
  if (text[first] === '}') return { value: {}, end: first + 1 };
  const probe = readValue(text, first);
  if (text[skip(text, probe.end)] !== ':') return readItems(text, start, '}');
  const entries: [string, Value][] = [];
  for (let at = first; ; ) {
    if (text[at] === '}') return { value: Object.fromEntries(entries), end: at + 1 };
    const key = readValue(text, at);
    if (typeof key.value !== 'string') throw new NotAPlainValue('the key of a dict is a text here');
    const colon = skip(text, key.end);
    if (text[colon] !== ':') throw new NotAPlainValue('“:” is missing');
    const item = readValue(text, colon + 1);
    entries.push([key.value, item.value]);
    at = skip(text, item.end);
    if (text[at] === ',') at = skip(text, at + 1);
    else if (text[at] !== '}') throw new NotAPlainValue('“}” or a comma is missing');
  }
}

/** The place after spaces and comments. */
export function afterSpace(text: string, at: number): number {
  return skip(text, at);
}
