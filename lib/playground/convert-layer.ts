/**
 * Turns a layer from sync to async and back, in its text: what is mechanical about it. Only the layer's own lines and
 * the imports they need are touched. What a call inside means in the other world, the reader has to say.
 */

export type Form = 'sync' | 'async' | 'hybrid';

export type Conversion =
  | { readonly source: string; readonly refusal: null }
  | { readonly source: null; readonly refusal: string };

const DECORATORS: Readonly<Record<string, Form>> = {
  async_only_middleware: 'async',
  sync_only_middleware: 'sync',
  sync_and_async_middleware: 'hybrid',
};

type Block = { readonly from: number; readonly to: number; readonly lines: readonly string[] };

/** The lines of a top-level function or class, with its decorators; null where there is none of that name. */
export function blockOf(lines: readonly string[], entry: string): Block | null {
  const definition = new RegExp(`^(async def|def|class) ${entry}\\b`);
  const start = lines.findIndex((line) => definition.test(line));
  if (start < 0) return null;
  let from = start;
  while (from > 0 && /^@/.test(lines[from - 1] ?? '')) from -= 1;
  let to = start + 1;
  while (to < lines.length && !/^[^\s#)\]}]/.test(lines[to] ?? '')) to += 1;
  return { from, to, lines: lines.slice(from, to) };
}

/** What the text says that the layer is; null where that cannot be told without running it. */
export function formOf(source: string, entry: string): Form | null {
  const block = blockOf(source.split('\n'), entry);
  if (block === null) return null;
  const text = block.lines.join('\n');
  const decorator = /^@(?:\w+\.)*(\w+_middleware)\b/m.exec(text)?.[1];
  if (decorator !== undefined && decorator in DECORATORS) return DECORATORS[decorator] ?? null;
  if (/^class /m.test(text)) {
    if (/\(\s*MiddlewareMixin\s*\)/.test(text)) return 'hybrid';
    const isAsync = /^\s+async_capable\s*=\s*True/m.test(text);
    const isSync = !/^\s+sync_capable\s*=\s*False/m.test(text);
    if (isAsync) return isSync ? 'hybrid' : 'async';
    // What it derives from may have said it already.
    const derives = /^class \w+\(\s*(?!object\b)[\w.]/m.test(text);
    return derives && !/^\s+async_capable\s*=/m.test(text) ? null : 'sync';
  }
  return /^async def /m.test(text) || /^\s+async def \w+\(request/m.test(text) ? null : 'sync';
}

const toAsync: readonly (readonly [RegExp, string])[] = [
  [/@sync_only_middleware\b/g, '@async_only_middleware'],
  [/^(\s+)def ((?:\w+)\(request\b|__call__\()/gm, '$1async def $2'],
  [/(?<!await )\b(self\.)?get_response\(request\)/g, 'await $1get_response(request)'],
  [/(?<!await )\btime\.sleep\(/g, 'await asyncio.sleep('],
  [/^(\s+)sync_capable = True$/gm, '$1sync_capable = False'],
  [/^(\s+)async_capable = False$/gm, '$1async_capable = True'],
];

const toSync: readonly (readonly [RegExp, string])[] = [
  [/@async_only_middleware\b/g, '@sync_only_middleware'],
  [/\basync def /g, 'def '],
  [/\bawait asyncio\.sleep\(/g, 'time.sleep('],
  [/\bawait ((?:self\.)?get_response\()/g, '$1'],
  [/^\s+markcoroutinefunction\(self\)\n/gm, ''],
  [/^(\s+)async_capable = True$/gm, '$1async_capable = False'],
  [/^(\s+)sync_capable = False$/gm, '$1sync_capable = True'],
];

/**
 * The file with the layer in the other form. Refuses in a sentence where the layer is not there, is a hybrid, awaits
 * something that has no sync form here, or is not seen to be what it says.
 */
export function convertLayer(source: string, entry: string, form: 'sync' | 'async'): Conversion {
  const lines = source.split('\n');
  const block = blockOf(lines, entry);
  if (block === null) return refusal(`${entry} is not defined at the top level of this file.`);
  const now = formOf(source, entry);
  if (now === 'hybrid') return refusal(`${entry} is a hybrid: Django takes the form that fits.`);
  if (now === form) return { source, refusal: null };
  const isClass = block.lines.some((line) => line.startsWith('class '));
  let text = block.lines.join('\n');
  for (const [pattern, replacement] of form === 'async' ? toAsync : toSync) {
    text = text.replace(pattern, replacement);
  }
  if (form === 'sync' && /\b(await|async)\b/.test(text)) {
    return refusal(`${entry} awaits something that has no sync twin here. Change its code instead.`);
  }
  if (form === 'async' && !/\basync def\b/.test(text)) {
    return refusal(`${entry} has no function that takes the request. Change its code instead.`);
  }
  if (form === 'async' && isClass) text = markedClass(text);
  if (!isClass && !/^@\w+_only_middleware\b/m.test(text)) text = `@${form}_only_middleware\n${text}`;
  const body = [...lines.slice(0, block.from), ...text.split('\n'), ...lines.slice(block.to)].join('\n');
  return { source: withImports(body), refusal: null };
}

function refusal(words: string): Conversion {
  return { source: null, refusal: words };
}

/** A class says what it is by two flags and a mark on each instance. */
function markedClass(text: string): string {
  let marked = text;
  if (!/^\s+async_capable\b/m.test(marked)) {
    marked = marked.replace(/^(class .*:)\n/m, '$1\n    async_capable = True\n    sync_capable = False\n\n');
  }
  if (!/markcoroutinefunction\(self\)/.test(marked)) {
    marked = marked.replace(/^(\s+)self\.get_response = get_response$/m, '$&\n$1markcoroutinefunction(self)');
  }
  return marked;
}

const NEEDED: readonly (readonly [RegExp, string])[] = [
  [/(?<!import )\basyncio\./, 'import asyncio'],
  [/(?<!import )\btime\.(sleep|monotonic|time|perf_counter)\b/, 'import time'],
  [/\bmarkcoroutinefunction\(/, 'from asgiref.sync import markcoroutinefunction'],
  [/^@async_only_middleware/m, 'from django.utils.decorators import async_only_middleware'],
  [/^@sync_only_middleware/m, 'from django.utils.decorators import sync_only_middleware'],
];

/** The file with an import for each name that the conversion brought in, below its docstring and other imports. */
function withImports(source: string): string {
  const missing = NEEDED.filter(([use, statement]) => {
    if (!use.test(source)) return false;
    const name = statement.split(' ').at(-1) ?? '';
    return !new RegExp(`^(import|from) .*\\b${name}\\b`, 'm').test(source);
  }).map(([, statement]) => statement);
  if (missing.length === 0) return source;
  const lines = source.split('\n');
  const last = lines.findLastIndex((line) => /^(import|from) /.test(line));
  const docstring = /^"""[\s\S]*?"""\n/.exec(source);
  const at = last >= 0 ? last + 1 : (docstring?.[0].split('\n').length ?? 1) - 1;
  const gap = last >= 0 ? [] : [''];
  return [...lines.slice(0, at), ...gap, ...missing, ...(last >= 0 ? [] : ['', '']), ...lines.slice(at)].join(
    '\n',
  );
}
