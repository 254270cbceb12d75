/**
 * `npm run fidelity -- FILE [--only ID]`: runs the scenarios of a file in headless Chromium and compares each
 * with what native Django did, its `expected`. Prints a line per difference and closes with
 * `N passed, N failed`. Exit code 1 when any differs, 2 when the file cannot be read.
 */
import { buildRuntime, scenariosAskedFor } from './scenario-command.mjs';
import { openSimulator } from './simulator-page.mjs';
import { importTypeScript } from './typescript-module.mjs';

const { compareWithNative, nativeResultSchema, unknownKeys } =
  await importTypeScript('lib/simulator/fidelity.ts');

/** The expectations of a file by the id of their scenario. */
function expectationsOf(content) {
  const list = Array.isArray(content) ? content : (content.scenarios ?? [content]);
  const ignored = new Set(list.flatMap(({ expected }) => unknownKeys(expected ?? {})));
  if (ignored.size > 0) console.log(`Ignored unknown keys of expected: ${[...ignored].sort().join(', ')}`);
  return new Map(list.map(({ id, expected }) => [id, expected]));
}

/** @returns {string[]} the differences, a sentence each; none when the run is as native Django's */
function differencesOf({ trace, error }, expected) {
  if (trace === undefined) return [`no trace: ${error}`];
  const native = nativeResultSchema.safeParse(expected);
  if (!native.success) {
    const [{ path, message }] = native.error.issues;
    return [`its expected cannot be read at ${path.join('.') || 'its root'}: ${message}`];
  }
  return compareWithNative(trace, native.data).map(
    ({ what, expected: wanted, actual }) => `${what}: native ${wanted}, here ${actual}`,
  );
}

/** Runs and compares all, printing as it goes. @returns {Promise<{passed: number, failed: number}>} */
async function compareAll(scenarios, expectations) {
  const simulator = await openSimulator();
  const count = { passed: 0, failed: 0 };
  try {
    for await (const result of simulator.runAll(scenarios)) {
      const { id } = scenarios[count.passed + count.failed];
      const differences = differencesOf(result, expectations.get(id));
      count[differences.length === 0 ? 'passed' : 'failed'] += 1;
      for (const difference of differences) console.log(`${id}: ${difference}`);
    }
  } finally {
    await simulator.close();
  }
  return count;
}

try {
  const { scenarios, content } = await scenariosAskedFor('npm run fidelity', ['expected']);
  buildRuntime();
  const { passed, failed } = await compareAll(scenarios, expectationsOf(content));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
