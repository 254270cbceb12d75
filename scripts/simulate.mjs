/**
 * `npm run simulate -- FILE [--only ID]`: runs the scenarios of a file in headless Chromium, over the same
 * engine as the site, and prints their traces as a JSON array. FILE holds `{"scenarios": [...]}`, an array,
 * or one scenario. Unknown keys are ignored and named on stderr. A run without a trace gives
 * `{"scenario": {"id"}, "error"}` in its place, and exit code 1; a file that cannot be read as scenarios, 2.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Missing } from './prepare.mjs';
import { root } from './root.mjs';
import { readScenarios } from './scenario-file.mjs';
import { openSimulator } from './simulator-page.mjs';

/** Builds the runtime where it is stale; everything it says goes to stderr, beside the traces. */
function buildRuntime() {
  const { status } = spawnSync(process.execPath, ['scripts/build-runtime.mjs'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Missing('The runtime could not be built; the message stands above.');
}

/** @returns {{file: string, only: string | undefined}} what the command line asks for */
function readArguments() {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new Missing('Usage: npm run simulate -- FILE [--only ID]');
  }
  return { file, only: values.only };
}

/** Runs all, printing each as it ends. @returns {Promise<number>} how many gave no trace */
async function simulate(scenarios) {
  const simulator = await openSimulator();
  let failures = 0;
  let index = 0;
  try {
    for await (const { trace, error } of simulator.runAll(scenarios)) {
      const { id } = scenarios[index];
      if (error !== undefined) {
        failures += 1;
        console.error(`${id}: ${error}`);
      }
      process.stdout.write(index === 0 ? '[' : ',\n');
      process.stdout.write(JSON.stringify(trace ?? { scenario: { id }, error }));
      index += 1;
    }
    process.stdout.write(']\n');
  } finally {
    await simulator.close();
  }
  return failures;
}

try {
  const { file, only } = readArguments();
  const { scenarios, ignoredKeys } = await readScenarios(JSON.parse(readFileSync(file, 'utf8')));
  if (ignoredKeys.length > 0) console.error(`Ignored unknown keys: ${ignoredKeys.join(', ')}`);
  const wanted = scenarios.filter(({ id }) => only === undefined || id === only);
  if (wanted.length === 0) {
    throw new Missing(
      only === undefined ? 'The file holds no scenario.' : `No scenario has the id "${only}".`,
    );
  }
  buildRuntime();
  process.exitCode = (await simulate(wanted)) === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
