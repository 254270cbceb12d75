/**
 * What an interpreter needs beyond the runtime to run the suites: their sources, pytest, and those modules of
 * Python and Django that the site leaves out for the sake of its size. Nothing that the runtime holds is
 * replaced.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { readZip } from '../read-zip.mjs';
import { root } from '../root.mjs';

const STDLIB = '/lib/python314.zip';
const SITE_PACKAGES = '/lib/python3.14/site-packages';
/** pytest and pytest-asyncio with what they import. */
const PYTEST = new Set([
  ...['_pytest', 'pytest', 'py.py', 'pytest_asyncio'],
  ...['pluggy', 'iniconfig', 'packaging', 'pygments'],
]);
/** Where jobs find their suites in the browser. */
export const MOUNTED = { asgiref: '/suites/asgiref', django: '/suites/django' };

/** All files of a folder, with their paths below `target`. */
function filesBelow(folder, target, wanted = () => true) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('__pycache__') && wanted(relative(folder, path)))
    .map((path) => ({ path: join(target, relative(folder, path)), body: readFileSync(path) }));
}

/** The paths in an archive of the runtime (lib/simulator/boot/archive.ts). */
function pathsIn(packed) {
  const indexBytes = packed.readUInt32LE(0);
  return JSON.parse(packed.toString('utf8', 4, 4 + indexBytes)).map(([path]) => path);
}

/** The standard library as Pyodide brings it. */
function standardLibrary() {
  const archive = createRequire(import.meta.url).resolve('pyodide/python_stdlib.zip');
  return readZip(archive)
    .filter(([name]) => name.endsWith('.py'))
    .map(([name, read]) => ({ path: `${STDLIB}/${name}`, body: read() }));
}

const isModuleOrTemplate = (path) => /\.(py|html|txt|xml|mo)$/.test(path);

/**
 * @param {import('./sources.mjs').Sources} sources
 * @param {readonly string[]} djangoModules the names of the test modules wanted
 * @param {Buffer[]} packed the archives that the runtime consists of
 * @returns {{path: string, body: Uint8Array}[]} absolute paths
 */
export function filesToMount({ asgiref, django, packages }, djangoModules, packed) {
  const present = new Set(packed.flatMap(pathsIn));
  const isLeftOut = ({ path }) => !present.has(path) && !present.has(`${path}c`);
  const folders = new Set(['templates', ...djangoModules.map((name) => name.split('.')[0])]);
  const isWantedTest = (path) => !path.includes('/') || folders.has(path.split('/')[0]);
  // pytest-asyncio reads its own version from its metadata.
  const isOfPytest = (path) =>
    PYTEST.has(path.split('/')[0]) || /^pytest_asyncio-[^/]+\/METADATA$/.test(path);
  const pytest = packages.flatMap((folder) => filesBelow(folder, SITE_PACKAGES, isOfPytest));
  return [
    ...standardLibrary().filter(isLeftOut),
    ...filesBelow(join(django, 'django'), `${SITE_PACKAGES}/django`, isModuleOrTemplate).filter(isLeftOut),
    ...pytest,
    ...filesBelow(join(root, 'tests/suites/python'), SITE_PACKAGES),
    ...filesBelow(join(asgiref, 'tests'), `${MOUNTED.asgiref}/tests`),
    { path: `${MOUNTED.asgiref}/setup.cfg`, body: readFileSync(join(asgiref, 'setup.cfg')) },
    ...filesBelow(join(django, 'tests'), `${MOUNTED.django}/tests`, isWantedTest),
  ];
}
