/** What a reader does to an arrangement, each a step that can be undone. Pure: files in, files out. */
import {
  ARRANGEMENT,
  type Arrangement,
  type Files,
  isModule,
  type PlaygroundRequest,
  readArrangement,
  withArrangement,
} from './arrangement';
import { withSettingsFor } from './django-layers';
import { moduleNameOf, splitPath, topName } from './module-place';
import { freeName, newLayers, sourceNamed } from './new-layers';
import { ownLayers } from './own-layers';

/** The files with `change` made to their arrangement; as they are where it is broken. */
function arranged(files: Files, change: (arrangement: Arrangement) => Partial<Arrangement>): Files {
  const { arrangement } = readArrangement(files);
  return arrangement === null ? files : withArrangement(files, { ...arrangement, ...change(arrangement) });
}

/** The layer at one place (from 0, outermost first) put at another; others close up. */
export function moveLayer(files: Files, from: number, to: number): Files {
  return arranged(files, ({ layers }) => {
    const [moved] = layers.slice(from, from + 1);
    if (moved === undefined) return {};
    const others = layers.toSpliced(from, 1);
    return { layers: others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, moved) };
  });
}

/** The layer into the stack or out of it; it stays on the list. */
export function switchLayer(files: Files, index: number, on: boolean): Files {
  return arranged(files, ({ layers }) => ({
    layers: layers.map((layer, place) => (place === index ? { ...layer, on } : layer)),
  }));
}

/** Without the layer; and without its file, or its package, where nothing else is in it or uses it. */
export function removeLayer(files: Files, index: number): Files {
  const { arrangement } = readArrangement(files);
  const removed = arrangement?.layers[index];
  if (arrangement === null || removed === undefined) return files;
  const layers = arrangement.layers.toSpliced(index, 1);
  const rest = withArrangement(files, { ...arrangement, layers });
  const top = topName(removed.path);
  const isOfIt = (path: string) => topName(path) === top && path !== ARRANGEMENT;
  const others = [...layers.map(({ path }) => path), arrangement.view];
  const isUsed =
    others.some(isOfIt) ||
    ownLayers(files).some((path) => isOfIt(path) && path !== removed.path) ||
    Object.entries(rest).some(([path, source]) => !isOfIt(path) && importsModule(source, top));
  if (isUsed) return rest;
  return Object.fromEntries(Object.entries(rest).filter(([path]) => !isOfIt(path)));
}

function importsModule(source: string, module: string): boolean {
  return new RegExp(`^\\s*(from|import) ${module}\\b`, 'm').test(source);
}

/** With these settings in place of those it had. */
export function changeSettings(files: Files, settings: Arrangement['settings']): Files {
  return arranged(files, () => ({ settings }));
}

/** A change to the files with what there is to say about it; or only why there is none. */
export type FileChange = { readonly files: Files | null; readonly words: string };

/** The file under another name, and the layers and the view with it. */
export function renameFile(files: Files, from: string, to: string): FileChange {
  const source = files[from];
  if (source === undefined || from === to) return { files: null, words: '' };
  if (!isModule(to)) {
    return { files: null, words: `“${to}” is no name of a module: middleware.py, or app/middleware.py.` };
  }
  if (to in files) return { files: null, words: `${to} is taken.` };
  const renamed = (path: string) => {
    const [module, name] = splitPath(path);
    return module === moduleNameOf(from) ? `${moduleNameOf(to)}.${name}` : path;
  };
  const moved = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path === from ? to : path, text]),
  );
  return {
    files: arranged(moved, ({ layers, view }) => ({
      layers: layers.map((layer) => ({ ...layer, path: renamed(layer.path) })),
      view: renamed(view),
    })),
    words: `${from} is ${to} now.`,
  };
}

/** Without the file, and without the layers that stand in it. */
export function removeFile(files: Files, path: string): FileChange {
  const { arrangement } = readArrangement(files);
  if (arrangement === null) return { files: null, words: '' };
  const isIn = (dotted: string) => splitPath(dotted)[0] === moduleNameOf(path);
  if (isIn(arrangement.view)) return { files: null, words: `The view stands in ${path}: it has to stay.` };
  const rest = Object.fromEntries(Object.entries(files).filter(([other]) => other !== path));
  const gone = arrangement.layers.filter((layer) => isIn(layer.path)).length;
  const along = gone === 0 ? '' : gone === 1 ? ', and its layer with it' : `, and its ${gone} layers with it`;
  return {
    files: arranged(rest, ({ layers }) => ({ layers: layers.filter((layer) => !isIn(layer.path)) })),
    words: `${path} is removed${along}. Undo brings it back.`,
  };
}

/** With one of the new layers, directly over the view, in a file of its own. */
export function addNewLayer(files: Files, name: string): Files {
  const layer = newLayers.find((candidate) => candidate.name === name);
  if (layer === undefined) return files;
  const free = freeName(name, files);
  const path = `${free}.${free}`;
  return arranged({ ...files, [`${free}.py`]: sourceNamed(layer, free) }, ({ layers }) => ({
    layers: [...layers, { path, on: true }],
  }));
}

/** With one of Django's own layers, directly over the view, and the settings that it needs. */
export function addDjangoLayer(files: Files, path: string): Files {
  return arranged(files, ({ layers, settings }) => ({
    layers: [...layers, { path, on: true }],
    settings: withSettingsFor(path, settings) as Arrangement['settings'],
  }));
}

/** With a layer that one of the files defines, directly over the view. */
export function addOwnLayer(files: Files, path: string): Files {
  return arranged(files, ({ layers }) => ({ layers: [...layers, { path, on: true }] }));
}

/** With one request more, like the last one, 50 ms after it, under the next free letter. */
export function addRequest(files: Files): Files {
  return arranged(files, ({ requests }) => {
    const last = requests.at(-1);
    const next: PlaygroundRequest = {
      ...(last ?? { method: 'GET', path: '/', headers: {} }),
      id: freeId(requests),
      at: last === undefined ? 0 : Math.round((last.at + 0.05) * 1000) / 1000,
    };
    return { requests: [...requests, next] };
  });
}

/** 'A' to 'Z', then 'A2' and so on. */
function freeId(requests: readonly PlaygroundRequest[]): string {
  const used = new Set(requests.map(({ id }) => id));
  for (let number = 0; ; number += 1) {
    const letter = String.fromCharCode(65 + (number % 26));
    const id = number < 26 ? letter : `${letter}${Math.floor(number / 26) + 1}`;
    if (!used.has(id)) return id;
  }
}

export function changeRequest(files: Files, index: number, change: Partial<PlaygroundRequest>): Files {
  return arranged(files, ({ requests }) => ({
    requests: requests.map((request, place) => (place === index ? { ...request, ...change } : request)),
  }));
}

export function removeRequest(files: Files, index: number): Files {
  return arranged(files, ({ requests }) => ({ requests: requests.toSpliced(index, 1) }));
}

/** Under which server the stack runs; `threads` counts only under WSGI. */
export function chooseServer(files: Files, mode: Arrangement['mode'], threads: number): Files {
  return arranged(files, () => ({ mode, wsgi_threads: Math.max(1, Math.min(64, threads)) }));
}
