/**
 * Brings Django, asgiref, httpx and what they need into .cache/wheels: by pip, pinned and checked by hash
 * in lib/simulator/python/requirements.txt. What is there already and right is not fetched again, so a
 * complete cache needs neither pip nor a network.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, Missing } from './missing.mjs';
import { findPython } from './python.mjs';
import { root } from './root.mjs';

const requirements = join(root, 'lib/simulator/python/requirements.txt');
const folder = join(root, '.cache', 'wheels');

/** The sha256 of every wheel that is wanted. */
function wantedHashes() {
  return new Set(readFileSync(requirements, 'utf8').match(/(?<=--hash=sha256:)[0-9a-f]{64}/g));
}

/** Removes whatever is not wanted or was damaged; returns how many wheels are still missing. */
function missingWheels(wanted) {
  let present = 0;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (wanted.has(createHash('sha256').update(readFileSync(file)).digest('hex'))) present += 1;
    else rmSync(file, { recursive: true });
  }
  return wanted.size - present;
}

function download() {
  const command = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--require-hashes'];
  command.push('--no-deps', '--only-binary', ':all:', '--dest', folder, '--requirement', requirements);
  const { status } = spawnSync(findPython(), command, { stdio: 'inherit' });
  if (status !== 0) {
    throw new Missing('pip could not fetch Django and its companions; its message stands above.');
  }
}

try {
  mkdirSync(folder, { recursive: true });
  const wanted = wantedHashes();
  const missing = missingWheels(wanted);
  if (missing > 0) {
    console.log(`  fetching ${missing} of ${wanted.size} packages …`);
    download();
    if (missingWheels(wanted) > 0) throw new Missing('pip fetched something other than what is pinned.');
  }
  console.log(`  ${wanted.size} packages, pinned and checked`);
} catch (error) {
  fail(error);
}
