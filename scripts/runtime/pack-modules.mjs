/** Compiles what the runtime carries, with Pyodide's own compiler. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide, version } from 'pyodide';
import { root } from '../root.mjs';
import { pyodideFile, unfold } from './pyodide.mjs';

/** A folder's files, with their paths below `target`. */
function readFolder(folder, target, wanted) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: join(target, path.slice(folder.length)), body: readFileSync(path) };
    });
}

/**
 * @returns {Promise<{modules: {path: string, body: Uint8Array}[], versions: object}>} the files by the
 * absolute path at which Python finds them
 */
export async function packModules() {
  const pyodide = await loadPyodide({ env: { PYTHONNODEBUGRANGES: '1' } });
  unfold(pyodide.FS, [
    { path: '/in/stdlib.zip', body: pyodideFile('python_stdlib.zip') },
    ...readFolder(join(root, '.cache/wheels'), '/in/wheels', (name) => name.endsWith('.whl')),
    ...readFolder(join(root, 'lib/simulator/python'), '/in/own', (name) => /py$|txt$/.test(name)),
  ]);
  pyodide.runPython(readFileSync(new URL('pack.py', import.meta.url), 'utf8'));
  const packed = pyodide.globals.get('pack')('/in/stdlib.zip', '/in/wheels', '/in/own').toJs();
  const python = pyodide.runPython('import platform; platform.python_version()');
  const requirements = readFileSync(join(root, 'lib/simulator/python/requirements.txt'), 'utf8');
  const django = /^django==(\S+)/m.exec(requirements)?.[1] ?? 'unknown';
  return {
    modules: Object.entries(packed).map(([path, body]) => ({ path, body })),
    versions: { pyodide: version, python, django },
  };
}
