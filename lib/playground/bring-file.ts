/** Files from a project of the reader's: each finds its place among the stack's, and its layers are offered. */
import { type Files, isModule, readArrangement } from './arrangement';
import { withPlainLineEnds } from './decode-file';
import { allMissing, namesTakenFrom, relativeDepth } from './imports';
import { moduleNameOf } from './module-place';
import { freeName } from './new-layers';
import { layerPaths, layersIn } from './own-layers';
import { settingsReadBy } from './settings-text';

/** A file as it comes: its name, or its path where a whole folder was dropped. */
export type BroughtFile = { readonly path: string; readonly source: string };

export type Bringing =
  | {
      readonly files: Files;
      /** The one to show. */
      readonly file: string;
      /** The dotted paths of what can be put on the stack now. */
      readonly layers: readonly string[];
      readonly words: string;
    }
  | { readonly files: null; readonly layers: readonly []; readonly words: string };

/** The name of a text that came without one. */
export const PASTED = 'pasted.py';

/** Folders for a module that wants to stand in one, for each dot of its imports. */
const PACKAGES = ['brought', 'inner', 'innermost'];

/** The files with the others among them, and what there is to say; or a sentence about why they cannot be taken. */
export function bringFiles(files: Files, given: readonly BroughtFile[]): Bringing {
  const wrong = given.find(({ path }) => !isModule(modulePath(path)));
  if (wrong !== undefined) {
    return refused(`“${wrong.path}” is not named like a Python file: middleware.py.`);
  }
  const read = given.map(({ path, source }) => ({
    path: modulePath(path),
    source: withPlainLineEnds(source),
  }));
  const { brought, places } = placed(files, withinPackages(read));
  const { problem } = readArrangement(brought);
  if (problem !== null) return refused(`Nothing was brought. ${problem}`);
  const first = places.find(({ to }) => layersIn(brought[to] ?? '').length > 0) ?? places[0];
  if (first === undefined) return refused('Nothing was brought.');
  return {
    files: brought,
    file: first.to,
    layers: places.flatMap(({ to }) => layerPaths(to, brought[to] ?? '')),
    words: wordsOf(files, brought, places).join(' '),
  };
}

const refused = (words: string): Bringing => ({ files: null, layers: [], words });

/** 'my-app/my middleware.py' -> 'my_app/my_middleware.py'; what is no Python file stays one that is none. */
function modulePath(path: string): string {
  if (!path.endsWith('.py')) return path;
  const parts = path.slice(0, -'.py'.length).split('/');
  return `${parts.map((part) => part.replace(/\W/g, '_')).join('/')}.py`;
}

/** From the outermost package on, which is what an import names; a file of none stands alone. */
function withinPackages(given: readonly BroughtFile[]): readonly BroughtFile[] {
  const paths = new Set(given.map(({ path }) => path));
  return given.map(({ path, source }) => {
    const folders = path.split('/').slice(0, -1);
    const outer = folders.findIndex((_, index) =>
      paths.has(`${folders.slice(0, index + 1).join('/')}/__init__.py`),
    );
    const within = path.split('/').slice(outer < 0 ? folders.length : outer);
    return { path: within.join('/'), source };
  });
}

type Place = { readonly from: string; readonly to: string };

/** One after another: first what nobody waits for, then what that is missing, so that a module comes where it is imported. */
function placed(files: Files, given: readonly BroughtFile[]): { brought: Files; places: readonly Place[] } {
  let brought = files;
  const places: Place[] = [];
  const waiting = [...given];
  while (waiting.length > 0) {
    const missing = allMissing(brought);
    const wanted = waiting.findIndex(({ path }) => placeAmong(missing, path) !== null);
    const index = Math.max(wanted, firstRoot(waiting), 0);
    const [next] = waiting.splice(wanted >= 0 ? wanted : index, 1);
    if (next === undefined) break;
    const to = placeOf(brought, missing, next);
    places.push({ from: next.path, to });
    brought = { ...brought, [to]: next.source };
  }
  return { brought, places };
}

/** The first file that no other one of them names in an import; -1 where they go in a ring. */
function firstRoot(waiting: readonly BroughtFile[]): number {
  return waiting.findIndex(({ path }, index) => {
    const stem = moduleNameOf(path).split('.').at(-1) ?? '';
    const imports = new RegExp(`^[ \\t]*(?:from|import)\\b[^\\n]*\\b${stem}\\b`, 'm');
    return !waiting.some(({ source }, other) => other !== index && imports.test(source));
  });
}

function placeOf(files: Files, missing: readonly string[], { path, source }: BroughtFile): string {
  if (path.includes('/')) return path;
  const wanted = path === PASTED ? placeByNames(files, missing, source) : placeAmong(missing, path);
  if (wanted !== null) return wanted;
  const depth = path === '__init__.py' ? 1 : Math.min(relativeDepth(source), PACKAGES.length);
  const folder = PACKAGES.slice(0, depth)
    .map((name) => `${name}/`)
    .join('');
  if (folder !== '' && !(folder + path in files)) return folder + path;
  return `${freeName(path.slice(0, -'.py'.length), files)}.py`;
}

/** Where a file of that name is imported from, if anything misses it. */
function placeAmong(missing: readonly string[], name: string): string | null {
  if (name.includes('/')) return null;
  const stem = name.slice(0, -'.py'.length);
  return fileFor(missing.find((module) => module.split('.').at(-1) === stem));
}

/** Where a text without a name is imported from: it defines all that is taken from a module that is missing. */
function placeByNames(files: Files, missing: readonly string[], source: string): string | null {
  const isDefined = (name: string) =>
    new RegExp(`^(?:(?:async )?def|class) ${name}\\b|^${name}\\s*[:=]`, 'm').test(source);
  const module = missing.find((candidate) => {
    const names = namesTakenFrom(files, candidate);
    return names.length > 0 && names.every(isDefined);
  });
  return fileFor(module);
}

const fileFor = (module: string | undefined) =>
  module === undefined || module.startsWith('.') ? null : `${module.replaceAll('.', '/')}.py`;

function wordsOf(files: Files, brought: Files, places: readonly Place[]): readonly string[] {
  const paths = places.map(({ to }) => to);
  const moved = places.filter(
    ({ from, to }) => to.includes('/') && !from.includes('/') && from !== '__init__.py',
  );
  const replaced = paths.filter((path) => path in files);
  const layers = paths.flatMap((path) => layersIn(brought[path] ?? ''));
  const missing = allMissing(brought);
  const read = paths.flatMap((path) => settingsReadBy(brought[path] ?? ''));
  const { settings = {} } = readArrangement(brought).arrangement ?? {};
  const unset = [...new Set(read)].filter((name) => !(name in settings));
  return [
    paths.length <= 3
      ? `${listed(paths)} ${paths.length === 1 ? 'is' : 'are'} here.`
      : `${paths.length} files are here.`,
    ...(moved.length === 0
      ? []
      : [`That is where ${moved.length === 1 ? 'it is' : 'they are'} imported from; “Files” can change it.`]),
    ...(replaced.length === 0
      ? []
      : [
          `${listed(replaced)} ${replaced.length === 1 ? 'was' : 'were'} here before: Undo brings the old text back.`,
        ]),
    layers.length === 0
      ? 'No layer was found in it: a function of get_response, or a class that is made with it.'
      : `“Add a layer” offers what is in it: ${listed(layers)}.`,
    ...(missing.length === 0
      ? []
      : [
          `Not here is ${listed(missing.map(missingName))}: a run stops where it is imported. Bring that file too, or take the import out.`,
        ]),
    ...(unset.length === 0 ? [] : [`It reads ${listed(unset)}, for which “Settings” has a place.`]),
  ];
}

const missingName = (name: string) =>
  name.startsWith('.') ? `“${name}” (a package of its own project)` : name;

/** 'a', 'a and b', 'a, b and c', and no more than six. */
function listed(names: readonly string[]): string {
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(shown);
}
