/** Brings the suites' sources into .cache/suites: by pip, pinned and checked by hash, and only once. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Missing } from '../missing.mjs';
import { preparePythonPackages } from '../python.mjs';
import { root } from '../root.mjs';

const folder = join(root, '.cache', 'suites');
const requirements = ['sources.txt', 'requirements.txt'].map((name) => join(root, 'tests/suites', name));
const runtimeRequirements = join(root, 'lib/simulator/python/requirements.txt');
const stampFile = join(folder, '.stamp');

/**
 * @typedef {object} Sources
 * @property {string} asgiref the unpacked source distribution
 * @property {string} django the unpacked source distribution
 * @property {string[]} packages folders with pytest and pytest-asyncio
 * @property {string} python what to call
 * @property {NodeJS.ProcessEnv} environment with which pytest, Django and the runner of a job are found
 */

/** The version of a package that a requirements file pins. */
const pinned = (file, name) => new RegExp(`^${name}==(\\S+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1];

function checkVersions() {
  for (const name of ['asgiref', 'django']) {
    const [suite, runtime] = [requirements[0], runtimeRequirements].map((file) => pinned(file, name));
    if (suite !== runtime) {
      throw new Missing(`The tests are of ${name} ${suite}, the runtime carries ${runtime}: pin the same.`);
    }
  }
}

function pip(python, ...command) {
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes'];
  const { status } = spawnSync(python, ['-m', 'pip', ...command, ...quiet], { stdio: 'inherit' });
  if (status !== 0) throw new Missing('pip could not fetch the suites; its message stands above.');
}

function fetchAll(python) {
  console.log('  fetching the sources of asgiref and Django …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [sources, packages] = requirements;
  pip(python, 'download', '--no-binary', ':all:', '--dest', folder, '--requirement', sources);
  pip(python, 'install', '--target', join(folder, 'packages'), '--requirement', packages);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.tar.gz'))) {
    execFileSync(python, ['-W', 'ignore', '-m', 'tarfile', '-e', join(folder, name), folder]);
  }
}

/**
 * @returns {Sources}
 * @throws {Missing} when they cannot be fetched, or are not of the versions that the runtime carries
 */
export function prepareSources() {
  checkVersions();
  const { python, environment } = preparePythonPackages();
  const wanted = createHash('sha256');
  for (const file of requirements) wanted.update(readFileSync(file));
  const stamp = wanted.digest('hex');
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    fetchAll(python);
    writeFileSync(stampFile, stamp);
  }
  const unpacked = (name) =>
    join(
      folder,
      readdirSync(folder).find((entry) => entry.startsWith(`${name}-`) && !entry.endsWith('.gz')),
    );
  const ours = join(folder, 'packages');
  const path = [environment.PYTHONPATH, ours, join(root, 'tests/suites/python')].join(delimiter);
  return {
    asgiref: unpacked('asgiref'),
    django: unpacked('django'),
    packages: [join(root, '.cache/python-packages'), ours],
    python,
    environment: { ...environment, PYTHONPATH: path },
  };
}
