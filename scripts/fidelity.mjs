/**
 * `npm run fidelity -- FILE [--only ID] [--native]`: runs the scenarios of a file in headless Chromium and
 * compares each with what native Django did, its `expected`. With `--native` that is found out anew, in CPython
 * on this machine; so it is too where FILE is a scenario module of ours, or a folder of them. Prints a line per
 * difference and closes with `N passed, N failed`. Exit code 1 when any differs, 2 when the file cannot be read.
 */
import { compareAll, unknownExpectationKeys } from './fidelity/compare.mjs';
import { isModule, recordAgain, recordNatively } from './fidelity/native.mjs';
import { buildRuntime, readArguments, scenariosOf } from './scenario-command.mjs';
import { readJson } from './scenario-file.mjs';

/** Keys of a scenario that only a comparison reads, and words. */
const ALSO_READ = ['expected', 'native_error', 'server', 'python', 'topic', 'note', 'py314'];

try {
  const { file, only, native: askedFor } = readArguments('npm run fidelity', ['native']);
  const native = askedFor || isModule(file);
  const content = native ? await recordNatively(file, { only }) : readJson(file);
  const entries = await scenariosOf(content, { only, alsoRead: ALSO_READ });
  const ignored = unknownExpectationKeys(entries.map(({ item }) => item?.expected));
  if (ignored.length > 0) console.log(`Ignored unknown keys of expected: ${ignored.join(', ')}`);
  buildRuntime();
  const { passed, failed } = await compareAll(entries, native ? recordAgain(file) : undefined);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
