/**
 * The machine's Python: found once, described in one sentence when it is missing. Its development
 * packages (pytest, mypy, Ruff, Django) go into a folder of ours, so that neither a virtual
 * environment nor write access to the system is needed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Missing } from './missing.mjs';
import { root } from './root.mjs';

const CANDIDATES = [
  'python3',
  'python',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
];
const PROBE = 'import sys, pip; assert sys.version_info >= (3, 10); print("%d.%d.%d" % sys.version_info[:3])';
const REQUIREMENTS = ['lib/simulator/python/requirements.txt', 'tests/native/requirements.txt'];

/**
 * The name of a Python >= 3.10 that has pip.
 * @returns {string}
 * @throws {Missing} with a sentence for the reader when there is none.
 */
export function findPython() {
  for (const name of CANDIDATES) {
    const probe = spawnSync(name, ['-c', PROBE], { encoding: 'utf8' });
    if (probe.status === 0) return name;
  }
  throw new Missing('Await Points needs Python 3.10 or newer with pip; please install it and try again.');
}

/**
 * Installs pinned packages into a folder of .cache where it does not hold them yet.
 * @param {string} name of the folder
 * @param {string[]} requirements files, from the repository's root
 * @param {{python: string, saying: string, options?: string[]}} how `saying` is printed before, since it takes a while
 * @returns {string} the folder
 */
function installInto(name, requirements, { python, saying, options = [] }) {
  const files = requirements.map((file) => join(root, file));
  const wanted = createHash('sha256');
  for (const file of files) wanted.update(readFileSync(file));
  wanted.update(execFileSync(python, ['-c', 'import sys; print(sys.version)']));
  const stamp = wanted.digest('hex');
  const folder = join(root, '.cache', name);
  const stampFile = join(folder, '.stamp');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    console.log(saying);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...options];
    const from = files.flatMap((file) => ['-r', file]);
    execFileSync(python, [...pip, '--target', folder, ...from], { stdio: 'inherit' });
    writeFileSync(stampFile, stamp);
  }
  return folder;
}

/**
 * Installs the pinned development packages where they are missing.
 * @returns {{python: string, environment: NodeJS.ProcessEnv}} what to call and with which environment
 */
export function preparePythonPackages() {
  const python = findPython();
  const saying = 'Installing the Python packages that the tests need …';
  const folder = installInto('python-packages', REQUIREMENTS, { python, saying });
  const path = [folder, process.env.PYTHONPATH].filter(Boolean).join(delimiter);
  return { python, environment: { ...process.env, PYTHONPATH: path } };
}

/**
 * Installs the middlewares that tests bring to the playground, as published, where they are missing.
 * @returns {string} the folder that holds their packages
 */
export function prepareMiddlewares() {
  return installInto('middlewares', ['tests/e2e/middlewares.txt'], {
    python: findPython(),
    saying: 'Installing the middlewares that the tests bring …',
    options: ['--no-deps', '--require-hashes', '--only-binary', ':all:', '--no-compile'],
  });
}
