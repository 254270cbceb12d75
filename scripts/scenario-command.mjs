/** What the commands that take a scenario file have in common: their arguments, and a runtime that is not stale. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Missing } from './missing.mjs';
import { root } from './root.mjs';
import { readScenarios } from './scenario-file.mjs';

/** Builds the runtime where it is stale; everything it says goes to stderr, beside the results. */
export function buildRuntime() {
  const { status } = spawnSync(process.execPath, ['scripts/build-runtime.mjs'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Missing('The runtime could not be built; the message stands above.');
}

/**
 * Reads the file named on the command line, `FILE [--only ID]`, and says on stderr which keys it ignores.
 * @param {string} command for the usage line: 'npm run simulate'
 * @param {readonly string[]} [alsoRead] keys beside those of a scenario that the command makes use of
 * @returns {Promise<{scenarios: object[], content: unknown}>} the scenarios asked for, and the file as parsed
 * @throws {Missing} when the arguments or the file cannot be used
 */
export async function scenariosAskedFor(command, alsoRead = []) {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Missing(`Usage: ${command} -- FILE [--only ID]`);
  const content = JSON.parse(readFileSync(file, 'utf8'));
  const { scenarios, ignoredKeys } = await readScenarios(content);
  const unknown = ignoredKeys.filter((key) => !alsoRead.includes(key));
  if (unknown.length > 0) console.error(`Ignored unknown keys: ${unknown.join(', ')}`);
  const wanted = scenarios.filter(({ id }) => values.only === undefined || id === values.only);
  if (wanted.length === 0) {
    throw new Missing(
      values.only === undefined ? 'The file holds no scenario.' : `No scenario has the id "${values.only}".`,
    );
  }
  return { scenarios: wanted, content };
}
