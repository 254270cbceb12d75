/**
 * The suite `fidelity` of `npm test`: runs the scenarios of tests/fidelity in CPython and in the browser and compares
 * them; then, where the fidelity file lies beside the repository (or AWAIT_POINTS_SCENARIOS names one), its
 * scenarios against their recorded results. `--report FILE` writes the counts as JSON.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareAll } from './fidelity/compare.mjs';
import { recordAgain, recordNatively } from './fidelity/native.mjs';
import { fail, Missing } from './missing.mjs';
import { root } from './root.mjs';
import { readJson, readScenarios } from './scenario-file.mjs';

const OURS = join(root, 'tests', 'fidelity', 'scenarios');
const GIVEN = process.env.AWAIT_POINTS_SCENARIOS ?? join(root, '../shared/scenarios/scenarios.json');

/** What the native runs could promise, so that a machine too busy for exact orders is not silent about it. */
function describeOrders(scenarios) {
  const count = {};
  for (const { expected } of scenarios)
    if (expected) count[expected.order] = (count[expected.order] ?? 0) + 1;
  return Object.entries(count)
    .map(([order, number]) => `${number} ${order}`)
    .join(', ');
}

async function compareOurs() {
  console.log('Scenarios of our own, natively …');
  const recorded = await recordNatively(OURS);
  console.log(
    `  ${recorded.scenarios.length} run; order of the lines: ${describeOrders(recorded.scenarios)}`,
  );
  if (recorded.left_out.length > 0) {
    console.log(`  not run, for want of a newer Python: ${recorded.left_out.join(', ')}`);
  }
  console.log('… and in the browser');
  const { entries } = await readScenarios(recorded);
  return compareAll(entries, recordAgain(OURS));
}

async function compareGiven() {
  if (!existsSync(GIVEN)) {
    console.log('No fidelity file lies beside the repository.');
    return { passed: 0, failed: 0 };
  }
  console.log('Scenarios of the fidelity file, in the browser …');
  const { entries } = await readScenarios(readJson(GIVEN));
  return compareAll(entries);
}

try {
  const { values } = parseArgs({ options: { report: { type: 'string' } } });
  const counts = [await compareOurs(), await compareGiven()];
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
  const result = { passed: total('passed'), failed: total('failed') };
  if (result.passed === 0) throw new Missing('No scenario was compared.');
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(result));
  console.log(`${result.passed} passed, ${result.failed} failed`);
  process.exitCode = result.failed === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
