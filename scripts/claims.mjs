/**
 * `npm run claims`: runs the experiment of every claim afresh, in headless Chromium, says whether the runs show it,
 * and writes the table of `content/README.md`. With `--check` it writes nothing, and fails where the table is
 * another. Closes with `N passed, N failed`; a claim without an experiment fails, unless it is one of words.
 * `--report FILE` writes the two counts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withSection } from './marked-section.mjs';
import { fail } from './missing.mjs';
import { prepareRuntime } from './prepare.mjs';
import { root } from './root.mjs';
import { openSimulator } from './simulator-page.mjs';
import { importTypeScript } from './typescript-module.mjs';

const content = join(root, 'content');
const README = join(content, 'README.md');

const cell = (text) => text.replaceAll('|', '\\|');

function table(rows) {
  return [
    'Made by `npm run claims`, which runs every experiment afresh.',
    '',
    '| # | claim | unit | experiment | verdict | run |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ claim, result }) => {
      const { id, saying, verdict, decidedBy } = claim;
      const unit = decidedBy === null ? '' : `[${decidedBy.unit}](${decidedBy.unit}/lesson.mdx)`;
      const runs = decidedBy?.experiment.runs.map((name) => `\`${name}\``).join(', ') ?? '';
      return `| ${id} | ${cell(saying)} | ${unit} | ${runs} | ${verdict} | ${result} |`;
    }),
  ].join('\n');
}

/** Runs what the claims name, each run once. @returns {Promise<Map<string, object>>} traces by 'unit/example' */
async function runsOf(claims) {
  const { readExampleScenario } = await importTypeScript('lib/course/read-unit.ts');
  const names = new Set(
    claims.flatMap(
      ({ decidedBy }) => decidedBy?.experiment.runs.map((run) => `${decidedBy.unit}/${run}`) ?? [],
    ),
  );
  const order = [...names];
  const scenarios = order.map((name) => {
    const [unit, run] = name.split('/');
    const { stops: _, ...scenario } = readExampleScenario(join(content, unit, 'examples', run));
    return scenario;
  });
  const traces = new Map();
  const simulator = await openSimulator();
  try {
    for await (const { trace, error } of simulator.runAll(scenarios)) {
      const name = order[traces.size];
      if (error !== undefined) throw new Error(`${name} gave no trace: ${error}`);
      traces.set(name, trace);
    }
  } finally {
    await simulator.close();
  }
  return traces;
}

try {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, report: { type: 'string' } } });
  prepareRuntime();
  const { readUnit, unitIds } = await importTypeScript('lib/course/read-unit.ts');
  const { readClaims } = await importTypeScript('lib/course/claims.ts');
  const { refutations } = await importTypeScript('lib/course/experiments.ts');
  const claims = readClaims(
    content,
    unitIds(content).map((id) => readUnit(content, id)),
  );
  const traces = await runsOf(claims);

  let passed = 0;
  let failed = 0;
  const rows = claims.map((claim) => {
    const { id, words, decidedBy } = claim;
    if (words) return { claim, result: 'words' };
    const refuted =
      decidedBy === null
        ? ['no unit has an experiment for it.']
        : refutations(decidedBy.experiment, (run) => traces.get(`${decidedBy.unit}/${run}`));
    if (refuted.length === 0) passed += 1;
    else failed += 1;
    for (const reason of refuted) console.log(`✗ claim ${id}: ${reason}`);
    return { claim, result: refuted.length === 0 ? 'confirmed' : decidedBy === null ? 'missing' : 'refuted' };
  });

  const written = readFileSync(README, 'utf8');
  const renewed = withSection(written, 'claims', table(rows));
  if (values.check && written !== renewed) {
    console.log('✗ The table in content/README.md is another; `npm run claims` renews it.');
    failed += 1;
  }
  if (!values.check) writeFileSync(README, renewed);
  if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ passed, failed }));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
