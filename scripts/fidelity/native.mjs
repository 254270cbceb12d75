/** Native Django's side of a comparison: scenarios run in CPython by `tests/native/record.py`. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from '../missing.mjs';
import { preparePythonPackages } from '../python.mjs';
import { root } from '../root.mjs';

/** Runs of each scenario: two tell whether the order of its lines is stable. */
const RUNS = 2;
/** Runs of a scenario that seems to differ. */
const RUNS_AGAIN = 6;

/** True for what holds no results: a scenario module of ours, or a folder of them. */
export const isModule = (path) => existsSync(path) && (statSync(path).isDirectory() || path.endsWith('.py'));

/**
 * Runs scenarios natively: those of a fidelity file, of a Python module, or of a folder of modules.
 * @param {string} path
 * @param {{only?: string, runs?: number}} [options] `only`: one scenario's id; `runs`: how often each is run
 * @returns {Promise<{scenarios: object[], left_out: string[]}>} each scenario with its `expected`, or with a
 * `native_error` that says why there is none; and the ids of those that need a newer Python
 * @throws {Missing} when the path cannot be read
 */
export async function recordNatively(path, { only, runs = RUNS } = {}) {
  const { python, environment } = preparePythonPackages();
  const wanted = only === undefined ? [] : ['--only', only];
  const recorder = spawn(
    python,
    [join(root, 'tests', 'native', 'record.py'), path, '--runs', String(runs), ...wanted],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [output, complaint, status] = await Promise.all([
    textOf(recorder.stdout),
    textOf(recorder.stderr),
    new Promise((resolve, reject) => recorder.on('error', reject).on('close', resolve)),
  ]);
  if (status !== 0)
    throw new Missing(
      complaint
        .trim()
        .split('\n')
        .at(-1)
        .replace(/^record\.py: error: /, ''),
    );
  return JSON.parse(output);
}

/** For `compareAll`: one scenario of a path again, from more runs. @returns {(id: string) => Promise<object>} */
export const recordAgain = (path) => async (id) =>
  (await recordNatively(path, { only: id, runs: RUNS_AGAIN })).scenarios[0];

async function textOf(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
