/** Holds generated programs against the properties; a failure is shrunk and printed as a scenario to run by hand. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { programs } from './generate';
import type { Program } from './program';
import { brokenBy } from './properties';
import { scenarioOf } from './python';

/** Where failures are written; ignored by git. */
const FOLDER = join('test-results', 'properties');

/** How many programs for each kind of server in continuous integration; together a little over a thousand. */
const PROGRAMS = { asgi: 500, wsgi: 300, async_client: 220 } as const;
const IN_ALL = Object.values(PROGRAMS).reduce((sum, count) => sum + count, 0);

/** `npm run fuzz` asks for more programs, and for others each time (see scripts/fuzz.mjs). */
const wanted = Number(process.env.AWAIT_POINTS_PROGRAMS ?? IN_ALL);
const seed = Number(process.env.AWAIT_POINTS_SEED ?? 1);

/**
 * Runs programs for one kind of server, each in an interpreter of its own.
 * @throws with the smallest failing program that was found, as JSON
 */
export async function holdForAll(mode: Program['mode']): Promise<void> {
  const numRuns = Math.ceil((wanted * PROGRAMS[mode]) / IN_ALL);
  const property = fc.asyncProperty(programs(mode), async (program) => {
    // An interpreter that never comes back could not be told from here: what it runs is then found in this file.
    write(`${mode}-${process.pid}-running`, program);
    const broken = await brokenBy(program);
    if (broken.length > 0) throw new Error(broken.slice(0, 5).join('\n'));
  });
  const details = await fc.check(property, { numRuns, seed, interruptAfterTimeLimit: 3_600_000 });
  if (!details.failed) return;
  const [program] = details.counterexample ?? [];
  if (program === undefined) throw new Error('No program could be made.');
  const file = write(`${mode}-${details.seed}`, program);
  throw new Error(
    [
      `Program ${details.numRuns} of seed ${details.seed} breaks (shrunk ${details.numShrinks} times):`,
      details.errorInstance instanceof Error ? details.errorInstance.message : '',
      JSON.stringify(scenarioOf(program)),
      `Run it: node_modules/.bin/node tests/kernel/run-scenario.ts ${file}`,
    ].join('\n\n'),
  );
}

function write(name: string, program: Program): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.json`);
  writeFileSync(file, JSON.stringify(scenarioOf(program, name), null, 2));
  return file;
}
