/** Suites on the machine's own Python: real threads, real time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs one job in a process of its own.
 * @param {import('./sources.mjs').Sources} sources
 * @param {object} job see `Job` in tests/suites/python/suites/outcomes.py
 * @returns {Promise<object>} its outcomes by test id; rejects with what Python said when there are none
 */
export async function runNatively({ python, environment }, job) {
  const folder = mkdtempSync(join(tmpdir(), 'await-points-native-'));
  const file = join(folder, 'outcomes.json');
  try {
    const child = spawn(python, ['-m', 'suites', JSON.stringify(job), file], { env: environment });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    const [status] = await once(child, 'close');
    if (status !== 0) throw new Error(`${job.module} cannot be run natively:\n${said}`);
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
