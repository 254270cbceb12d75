/** The layers that the reader's files define, found in their text. */
import { type Files, modulesOf } from './arrangement';
import { blockOf } from './convert-layer';
import { moduleNameOf } from './module-place';

/** The dotted paths of the layers that a file defines. */
export const layerPaths = (path: string, source: string): readonly string[] =>
  layersIn(source).map((name) => `${moduleNameOf(path)}.${name}`);

/** The dotted paths of all layers that the reader's files define. */
export function ownLayers(files: Files): readonly string[] {
  return Object.entries(modulesOf(files)).flatMap(([path, source]) => layerPaths(path, source));
}

/**
 * Functions of `get_response`, classes that are made with it, and those that derive from a layer; none that begins with
 * an underscore.
 */
export function layersIn(source: string): readonly string[] {
  const lines = source.split(/\r?\n/);
  return lines.flatMap((line) => {
    const [, kind, name = ''] = /^(def|async def|class) ([A-Za-z]\w*)/.exec(line) ?? [];
    if (kind === undefined) return [];
    const text = blockOf(lines, name)?.lines.join('\n') ?? '';
    const isLayer =
      kind === 'class'
        ? /^class \w+\([^)]*Middleware(?:Mixin)?\b/m.test(text) ||
          /def __init__\(\s*self,\s*get_response\b/.test(text)
        : /^[^(]*\(\s*get_response\b/.test(text.slice(text.indexOf(line)));
    return isLayer ? [name] : [];
  });
}
