/** The browser's side of a comparison with native Django: runs scenarios and says where they differ. */
import { openSimulator } from '../simulator-page.mjs';
import { importTypeScript } from '../typescript-module.mjs';

const { compareWithNative, nativeResultSchema, unknownKeys } =
  await importTypeScript('lib/simulator/fidelity.ts');

/** @returns {string[]} keys of the expectations that the comparison does not know, each once */
export function unknownExpectationKeys(expectations) {
  const objects = expectations.filter((expected) => typeof expected === 'object' && expected !== null);
  return [...new Set(objects.flatMap(unknownKeys))].sort();
}

/**
 * @param {{trace?: object, error?: string}} result of one run
 * @param {{expected?: unknown, native_error?: string}} item what is known of native Django
 * @returns {string[]} the differences, a sentence each; none when the run is as native Django's
 */
function differencesOf({ trace, error }, { expected, native_error: nativeError }) {
  if (nativeError !== undefined) return [`native Django: ${nativeError}`];
  if (expected === undefined) return ['it has no `expected` to be compared with; --native makes one'];
  const native = nativeResultSchema.safeParse(expected);
  if (!native.success) {
    const [{ path, message }] = native.error.issues;
    return [`its expected cannot be read at ${path.join('.') || 'its root'}: ${message}`];
  }
  if (trace === undefined) return [`no trace: ${error}`];
  return compareWithNative(trace, native.data).map(
    ({ what, expected: wanted, actual }) => `${what}: native ${wanted}, here ${actual}`,
  );
}

/**
 * Runs and compares all, printing a line per difference as it goes.
 * @param {{item: any, scenario?: object, mistake?: string}[]} entries as readScenarios gives them, each item with
 * its `expected`
 * @param {(id: string) => Promise<object>} [runNativelyAgain] gives the item anew, from more native runs: a
 * busy machine may have been the difference
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function compareAll(entries, runNativelyAgain) {
  const count = { passed: 0, failed: 0 };
  const report = (id, differences) => {
    count[differences.length === 0 ? 'passed' : 'failed'] += 1;
    for (const difference of differences) console.log(`${id}: ${difference}`);
  };
  for (const { item, mistake } of entries) if (mistake !== undefined) report(item?.id ?? '?', [mistake]);
  const readable = entries.filter(({ scenario }) => scenario !== undefined);
  if (readable.length === 0) return count;
  const simulator = await openSimulator();
  const doubtful = [];
  try {
    let index = 0;
    for await (const result of simulator.runAll(readable.map(({ scenario }) => scenario))) {
      const { item } = readable[index];
      const differences = differencesOf(result, item);
      if (differences.length > 0 && runNativelyAgain !== undefined) doubtful.push({ item, result });
      else report(item.id, differences);
      index += 1;
    }
  } finally {
    await simulator.close();
  }
  for (const { item, result } of doubtful) {
    report(item.id, differencesOf(result, await runNativelyAgain(item.id)));
  }
  return count;
}
