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
 * Installs the pinned development packages where they are missing.
 * @returns {{python: string, environment: NodeJS.ProcessEnv}} what to call and with which environment
 */
export function preparePythonPackages() {
  const python = findPython();
  const wanted = createHash('sha256');
  for (const file of REQUIREMENTS) wanted.update(readFileSync(join(root, file)));
  wanted.update(execFileSync(python, ['-c', 'import sys; print(sys.version)']));
  const stamp = wanted.digest('hex');
  const folder = join(root, '.cache', 'python-packages');
  const stampFile = join(folder, '.stamp');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    console.log('Installing the Python packages that the tests need …');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const requirements = REQUIREMENTS.flatMap((file) => ['-r', join(root, file)]);
    execFileSync(
      python,
      ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder, ...requirements],
      { stdio: 'inherit' },
    );
    writeFileSync(stampFile, stamp);
  }
  const path = [folder, process.env.PYTHONPATH].filter(Boolean).join(delimiter);
  return { python, environment: { ...process.env, PYTHONPATH: path } };
}
