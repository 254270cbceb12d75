/**
 * `npm run record`: runs every example of the course and writes its recording.json.
 * `npm run record -- --check` writes nothing and fails when a fresh run differs from what is committed.
 * `npm run record -- UNIT` does one unit only; `samples` are the runs that belong to none.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, Missing } from './missing.mjs';
import { prepareRuntime } from './prepare.mjs';
import { formatRecording } from './recording-format.mjs';
import { root } from './root.mjs';
import { openSimulator } from './simulator-page.mjs';
import { importTypeScript } from './typescript-module.mjs';

const content = join(root, 'content');

/** The folders of all examples, in the order of their names. */
function exampleFolders(units) {
  return units
    .map((unit) => join(content, unit, 'examples'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .sort()
        .map((name) => join(folder, name)),
    )
    .filter((folder) => existsSync(join(folder, 'scenario.json')));
}

/** Compares a fresh recording with what is on disk, and writes it unless `checks`. */
function keep(folder, recording, checks) {
  const file = join(folder, 'recording.json');
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === recording;
  if (!isSame && !checks) writeFileSync(file, recording);
  console.log(`  ${isSame ? 'same     ' : checks ? 'DIFFERENT' : 'recorded '} ${relative(root, file)}`);
  return isSame;
}

try {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  prepareRuntime();
  const { readExampleScenario, SAMPLES, unitIds } = await importTypeScript('lib/course/read-unit.ts');
  const units = positionals.length > 0 ? positionals : [...unitIds(content), SAMPLES];
  const simulator = await openSimulator();
  const folders = exampleFolders(units);
  const scenarios = folders.map((folder) => {
    const { stops: _, ...scenario } = readExampleScenario(folder);
    return scenario;
  });
  let different = 0;
  try {
    for await (const { trace, error } of simulator.runAll(scenarios)) {
      const folder = folders.shift();
      if (error !== undefined) throw new Missing(`${relative(root, folder)} cannot be recorded: ${error}`);
      if (!keep(folder, formatRecording(trace), values.check)) different += 1;
    }
  } finally {
    await simulator.close();
  }
  if (values.check && different > 0) {
    throw new Missing(`${different} recorded runs differ from fresh ones; \`npm run record\` renews them.`);
  }
} catch (error) {
  fail(error);
}
