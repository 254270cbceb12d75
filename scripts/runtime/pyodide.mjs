/** Pyodide under Node, laid out as the worker lays it out. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;

/** A file of the npm package `pyodide`. */
export const pyodideFile = (name) => readFileSync(resolve(`pyodide/${name}`));

/** Strings hash alike in every build, so that sets of them iterate alike in every run. */
export const PYTHON_ENVIRONMENT = { PYTHONHASHSEED: '0' };

/** Where Pyodide puts its standard library, as a zip; ours is a folder of that name. */
const STDLIB = '/lib/python314.zip';

/**
 * Puts files into Emscripten's file system.
 * @param {{path: string, body: Uint8Array}[]} files absolute paths
 */
export function unfold(fileSystem, files) {
  for (const { path, body } of files) {
    fileSystem.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    fileSystem.writeFile(path, body);
  }
}

/** Lets Pyodide install its standard library, which tells it its version too, and puts ours in its place. */
export const placing = (files, installStdlib) => async (module) => {
  module.addRunDependency('modules');
  await installStdlib(module);
  module.FS.unlink(STDLIB);
  unfold(module.FS, files);
  module.removeRunDependency('modules');
};
