/** What the commands that take a scenario file have in common: their arguments, and a runtime that is not stale. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
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
 * Reads the command line: `FILE [--only ID]` and the switches named.
 * @param {string} command for the usage line: 'npm run simulate'
 * @param {readonly string[]} [switches] options without a value
 * @returns {{file: string, only?: string}} with true under the name of each switch that was given
 * @throws {Missing} with the usage, when the arguments are others
 */
export function readArguments(command, switches = []) {
  const usage = `Usage: ${[`${command} -- FILE [--only ID]`, ...switches.map((name) => `[--${name}]`)].join(' ')}`;
  const options = Object.fromEntries(switches.map((name) => [name, { type: 'boolean' }]));
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: 'string' }, ...options },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    // npm may run the command in another folder than the one in which it was asked for.
    const asked = process.env.INIT_CWD ?? '.';
    if (file !== undefined && others.length === 0) return { ...values, file: resolve(asked, file) };
  } catch (error) {
    throw new Missing(`${error.message}\n${usage}`);
  }
  throw new Missing(usage);
}

/**
 * The scenarios of a parsed file, and on stderr a line with the keys that are ignored.
 * @param {unknown} content
 * @param {{only?: string, alsoRead?: readonly string[]}} [options] `only`: one scenario's id; `alsoRead`: keys beside
 * those of a scenario that the command makes use of
 * @returns {Promise<{item: any, scenario?: object, mistake?: string}[]>} as readScenarios gives them, at least one
 * @throws {Missing} when there is none
 */
export async function scenariosOf(content, { only, alsoRead = [] } = {}) {
  const { entries, ignoredKeys } = await readScenarios(content);
  const unknown = ignoredKeys.filter((key) => !alsoRead.includes(key));
  if (unknown.length > 0) console.error(`Ignored unknown keys: ${unknown.join(', ')}`);
  const wanted = entries.filter(({ item }) => only === undefined || item?.id === only);
  if (wanted.length === 0) {
    throw new Missing(
      only === undefined ? 'The file holds no scenario.' : `No scenario has the id "${only}".`,
    );
  }
  return wanted;
}
