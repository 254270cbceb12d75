/**
 * `npm run simulate -- FILE [--only ID]`: runs the scenarios of a file in headless Chromium, over the same
 * engine as the site, and prints their traces as a JSON array. FILE holds `{"scenarios": [...]}`, an array,
 * or one scenario. Unknown keys are ignored and named on stderr. A run without a trace gives
 * `{"scenario": {"id"}, "error"}` in its place, and exit code 1; a file that cannot be read as scenarios, 2.
 */
import { Missing } from './missing.mjs';
import { buildRuntime, readArguments, scenariosOf } from './scenario-command.mjs';
import { readJson } from './scenario-file.mjs';
import { openSimulator } from './simulator-page.mjs';

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
  const { file, only } = readArguments('npm run simulate');
  const entries = await scenariosOf(readJson(file), { only });
  const wrong = entries.find(({ mistake }) => mistake !== undefined);
  if (wrong !== undefined) throw new Missing(wrong.mistake);
  buildRuntime();
  process.exitCode = (await simulate(entries.map(({ scenario }) => scenario))) === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
