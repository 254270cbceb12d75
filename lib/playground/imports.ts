/** What a module imports, read from its text, and what of it no run would find. */
import { type Files, modulesOf } from './arrangement';
import { fileOfModule, hasModule, topName } from './module-place';
import { isInRuntime } from './runtime-modules';

/** One imported module, as it is written: 'a.b', '.conf', '..'; with the names taken out of it, if any. */
export type Import = { readonly module: string; readonly names: readonly string[] };

const STATEMENT =
  /^([ \t]*)(?:from[ \t]+(\.*[\w.]*)[ \t]*import[ \t]*(\([^)]*\)|[^\n;]*)|import[ \t]+([^\n;]+))/gm;

/** The imports that a run makes: not those in texts and comments, for type checkers, or with a way out (`try`). */
export function importsOf(source: string): readonly Import[] {
  const code = source
    .replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '')
    .replace(/#[^\n]*/g, '')
    .replace(/\\\r?\n/g, ' ');
  return [...code.matchAll(STATEMENT)].flatMap(({ 1: indent = '', 2: from, 3: names, 4: modules, index }) => {
    if (indent !== '' && isOptional(code, index, indent)) return [];
    if (from !== undefined) return [{ module: from, names: wordsIn(names ?? '') }];
    return wordsIn(modules ?? '').map((module) => ({ module, names: [] }));
  });
}

/** 'a.b as c, d' -> a.b, d */
function wordsIn(list: string): readonly string[] {
  return list.split(',').flatMap((part) => /[\w.]+/.exec(part)?.[0] ?? []);
}

/** Whether the import at `index` stands under `if TYPE_CHECKING`, or where an ImportError is expected. */
function isOptional(code: string, index: number, indent: string): boolean {
  const isOutside = (line: string) => line.trim() !== '' && !line.startsWith(indent);
  const opening = code.slice(0, index).split('\n').findLast(isOutside)?.trim() ?? '';
  if (/^if (?:typing\.)?TYPE_CHECKING\b|^except\b.*(?:ImportError|ModuleNotFoundError)/.test(opening))
    return true;
  const next = code.slice(index).split('\n').find(isOutside)?.trim() ?? '';
  return opening === 'try:' && /^except(?::|\b.*(?:ImportError|ModuleNotFoundError|Exception))/.test(next);
}

/** The dots of a file's deepest relative import: how many folders it wants to stand in. */
export function relativeDepth(source: string): number {
  return Math.max(0, ...importsOf(source).map(({ module }) => /^\.*/.exec(module)?.[0].length ?? 0));
}

/** The modules that a file imports and no run has, by their dotted names; a relative one that leads nowhere by its dots. */
export function missingImports(files: Files, file: string): readonly string[] {
  const missing = importsOf(files[file] ?? '').flatMap(({ module, names }) => {
    const absolute = resolved(file, module);
    if (absolute === null) return [module];
    const isOwn = module.startsWith('.') || hasModule(files, topName(absolute));
    if (!isOwn) return isInRuntime(absolute) ? [] : [absolute];
    if (absolute !== '' && !hasModule(files, absolute)) return [absolute];
    return names.filter((name) => isMissingFrom(files, absolute, name)).map((name) => `${absolute}.${name}`);
  });
  return [...new Set(missing)];
}

/** All modules that the files import and no run has. */
export function allMissing(files: Files): readonly string[] {
  return [...new Set(Object.keys(modulesOf(files)).flatMap((file) => missingImports(files, file)))];
}

/** All names that the files take out of a module. */
export function namesTakenFrom(files: Files, module: string): readonly string[] {
  const taken = Object.entries(modulesOf(files)).flatMap(([file, source]) =>
    importsOf(source).flatMap((one) => (resolved(file, one.module) === module ? one.names : [])),
  );
  return [...new Set(taken)];
}

/** 'conf' seen from app/middleware.py as '.conf' is 'app.conf'; null above the topmost folder. */
function resolved(file: string, module: string): string | null {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  if (dots === '') return rest;
  const folders = file.split('/').slice(0, -1);
  if (dots.length > folders.length) return null;
  return [...folders.slice(0, folders.length - dots.length + 1), rest].filter(Boolean).join('.');
}

/** Whether a package neither holds a module of that name nor mentions it. */
function isMissingFrom(files: Files, module: string, name: string): boolean {
  if (!Object.keys(files).some((file) => file.startsWith(`${module.replaceAll('.', '/')}/`))) return false;
  if (hasModule(files, `${module}.${name}`)) return false;
  const own = files[fileOfModule(files, module) ?? ''] ?? '';
  return !new RegExp(`\\b${name}\\b|import \\*`).test(own) && name !== '';
}
