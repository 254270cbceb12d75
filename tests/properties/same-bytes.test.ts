/** One scenario, one trace: in a process that ran others before, and in one that never ran anything else. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runScenario } from '../kernel/interpreter';
import { programs } from './generate';
import { scenarioOf } from './python';

const samples = (['asgi', 'wsgi', 'async_client'] as const).flatMap((mode) =>
  fc
    .sample(programs(mode), { seed: 7, numRuns: 3 })
    .map((program, index) => scenarioOf(program, `${mode}-${index}`)),
);

const folder = mkdtempSync(join(tmpdir(), 'await-points-'));
const file = join(folder, 'scenarios.json');
beforeAll(() => writeFileSync(file, JSON.stringify({ scenarios: samples })));
afterAll(() => rmSync(folder, { recursive: true }));

/** The trace of one sample, made by a process that does nothing else. */
function apart(id: string): string {
  const node = join('node_modules', '.bin', 'node');
  const output = execFileSync(node, ['tests/kernel/run-scenario.ts', file, '--only', id], {
    encoding: 'utf8',
    maxBuffer: 256_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return output.trimEnd();
}

describe('the same bytes', () => {
  test.each(samples.map((scenario) => [scenario.id, scenario] as const))('for %s', async (id, scenario) => {
    expect(await runScenario(scenario)).toBe(apart(id));
  });
});
