/** A middleware file from a project of the reader's: it becomes a file of the stack, and its layers are offered. */
import { type Files, isModule, modulesOf, readArrangement } from './arrangement';
import { blockOf } from './convert-layer';
import { freeName } from './new-layers';
import { runtimeModules } from './runtime-modules';

export type Bringing =
  | { readonly files: Files; readonly file: string; readonly words: string }
  | { readonly files: null; readonly words: string };

/** The files with one more, and what there is to say about it; or a sentence about why it cannot be taken. */
export function bringFile(files: Files, name: string, source: string): Bringing {
  const module = name.replace(/\.py$/, '').replace(/\W/g, '_');
  if (!name.endsWith('.py') || !isModule(`${module}.py`)) {
    return { files: null, words: `“${name}” is not named like a Python file: middleware.py.` };
  }
  const file = `${freeName(module, files)}.py`;
  const brought = { ...files, [file]: source.replace(/\r\n?/g, '\n') };
  const { problem } = readArrangement(brought);
  if (problem !== null) return { files: null, words: problem };
  const layers = layersIn(source);
  const found =
    layers.length === 0
      ? 'No layer was found in it: a function of get_response, or a class that is made with it.'
      : `“Add a layer” offers what is in it: ${layers.join(', ')}.`;
  return {
    files: brought,
    file,
    words: [`${file} is here.`, found, ...missingWords(brought, file)].join(' '),
  };
}

/** The dotted paths of all layers that the reader's files define. */
export function ownLayers(files: Files): readonly string[] {
  return Object.entries(modulesOf(files)).flatMap(([path, source]) =>
    layersIn(source).map((name) => `${path.replace(/\.py$/, '')}.${name}`),
  );
}

/** Functions of `get_response`, and classes that are made with it; none that begins with an underscore. */
export function layersIn(source: string): readonly string[] {
  const lines = source.split(/\r?\n/);
  return lines.flatMap((line) => {
    const [, kind, name = ''] = /^(def|async def|class) ([A-Za-z]\w*)/.exec(line) ?? [];
    if (kind === undefined) return [];
    const text = blockOf(lines, name)?.lines.join('\n') ?? '';
    const isLayer =
      kind === 'class'
        ? /^class .*\bMiddlewareMixin\b/m.test(text) || /def __init__\(\s*self,\s*get_response\b/.test(text)
        : /^[^(]*\(\s*get_response\b/.test(text.slice(text.indexOf(line)));
    return isLayer ? [name] : [];
  });
}

/** What a file imports that no run has; a relative import by its dots. */
export function missingImports(files: Files, file: string): readonly string[] {
  const code = (files[file] ?? '').replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '').replace(/#[^\n]*/g, '');
  const names = Array.from(
    code.matchAll(/^[ \t]*(?:from[ \t]+(\.*\w*)[\w.]*[ \t]+import\b|import[ \t]+([^\n;]+))/gm),
    ([, from, imported]) => (from === undefined ? topNames(imported ?? '') : [from]),
  ).flat();
  const isThere = (name: string) => runtimeModules.has(name) || `${name}.py` in files;
  return [...new Set(names)].filter((name) => !isThere(name));
}

/** 'a.b as c, d' -> a, d */
function topNames(imported: string): string[] {
  return imported
    .split(',')
    .map((part) => /\w+/.exec(part)?.[0] ?? '')
    .filter(Boolean);
}

function missingWords(files: Files, file: string): string[] {
  const missing = missingImports(files, file);
  if (missing.length === 0) return [];
  const names = missing.map((name) =>
    name.startsWith('.') ? `“${name}” (a package of its own project)` : name,
  );
  return [`It imports ${names.join(' and ')}, which this page does not have: a run stops there.`];
}
