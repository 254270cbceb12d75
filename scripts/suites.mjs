/**
 * `npm run suites`: runs asgiref's and Django's own tests in the browser and natively, compares them id by id,
 * and writes the table of BENCHMARKS.md between its markers. Fails when an id that passes natively and is not
 * among tests/suites/exclusions.json does not pass in the browser, and when an excluded one does.
 * `--check` writes no table; `--only MODULE` runs one module and writes none either; `--report FILE` writes
 * the counts as JSON.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SUITE_MODULES } from '../tests/suites/modules.ts';
import {
  describeVerdicts,
  exclusionsSchema,
  judge,
  outcomesSchema,
  reportSchema,
  staleExclusions,
} from '../tests/suites/verdict.ts';
import { writeSection } from './marked-section.mjs';
import { fail, Missing } from './missing.mjs';
import { prepareRuntime } from './prepare.mjs';
import { root } from './root.mjs';
import { openSuites } from './suites/browser-suites.mjs';
import { MOUNTED } from './suites/mounted-files.mjs';
import { runNatively } from './suites/native-suites.mjs';
import { prepareSources } from './suites/sources.mjs';

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    only: { type: 'string' },
    report: { type: 'string' },
  },
});

/** The outcomes of each module, natively. */
async function runAllNatively(modules, sources) {
  const all = [];
  for (const { suite, module } of modules) {
    const outcomes = await runNatively(sources, { suite, folder: sources[suite], module });
    all.push(outcomesSchema.parse(outcomes));
  }
  return all;
}

/** The outcomes of each module in the browser; what ends a run early is said and costs it its other tests. */
async function runAllHere(modules, sources) {
  const suites = await openSuites(sources);
  const all = [];
  try {
    for (const { suite, module } of modules) {
      const report = await suites.run({ suite, folder: MOUNTED[suite], module });
      const { outcomes, end, running, output } = reportSchema.parse(report);
      if (end !== null) {
        const place = running === null ? '' : ` in ${running}`;
        console.log(`  ${module} ended early${place}, ${end.kind}: ${end.message ?? ''}\n${output}`);
      }
      all.push(outcomes);
    }
  } finally {
    await suites.close();
  }
  return all;
}

try {
  const modules = SUITE_MODULES.filter(({ module }) => options.only === undefined || module === options.only);
  if (modules.length === 0) throw new Missing(`No module of the suites is called ${options.only}.`);
  prepareRuntime();
  const sources = prepareSources();
  const file = join(root, 'tests', 'suites', 'exclusions.json');
  const exclusions = exclusionsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const [native, here] = await Promise.all([runAllNatively(modules, sources), runAllHere(modules, sources)]);
  const verdicts = modules.map((module, index) => judge(module, native[index], here[index], exclusions));
  const stale = options.only === undefined ? staleExclusions(exclusions, native) : [];
  const mistakes = [...verdicts.flatMap((verdict) => verdict.mistakes), ...stale];
  const version = execFileSync(sources.python, ['-c', 'import platform; print(platform.python_version())']);
  const table = describeVerdicts(verdicts, version.toString().trim());
  console.log(`\n${table}\n`);
  for (const mistake of mistakes) console.log(`✗ ${mistake}`);
  const passed = verdicts.reduce((sum, verdict) => sum + verdict.passed, 0);
  if (options.report) writeFileSync(options.report, JSON.stringify({ passed, failed: mistakes.length }));
  if (!options.check && options.only === undefined) {
    writeSection(join(root, 'BENCHMARKS.md'), 'suites', table);
  }
  console.log(`${passed} passed, ${mistakes.length} failed`);
  process.exitCode = mistakes.length === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
