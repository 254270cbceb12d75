/**
 * `npm run attempt -- UNIT FILE...`: runs a learner's files against the exercise of a unit (by the unit's id or the
 * exercise's) in headless Chromium, and prints each check's verdict and message.
 * `npm run attempt -- --variant FILE.json`: the same for an answer as whole stacks, `{exercise, stacks: [...]}`; a
 * file may hold a list of them. Exit code 0 only when every check passes, 1 when one does not, 2 when there is
 * nothing to judge.
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Missing } from './missing.mjs';
import { root } from './root.mjs';
import { buildRuntime } from './scenario-command.mjs';
import { readJson } from './scenario-file.mjs';
import { openSimulator } from './simulator-page.mjs';
import { importTypeScript } from './typescript-module.mjs';

const USAGE = 'Usage: npm run attempt -- UNIT FILE... | npm run attempt -- --variant FILE.json';

/** npm may run the command in another folder than the one in which it was asked for. */
const asked = (path) => resolve(process.env.INIT_CWD ?? '.', path);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { variant: { type: 'string' } },
      allowPositionals: true,
    });
    const [unit, ...files] = positionals;
    if (values.variant !== undefined && unit === undefined) return { variant: asked(values.variant) };
    if (values.variant === undefined && files.length > 0) return { unit, files: files.map(asked) };
  } catch (error) {
    throw new Missing(`${error.message}\n${USAGE}`);
  }
  throw new Missing(USAGE);
}

function readSource(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Missing(`${file} cannot be read: ${error.code === 'ENOENT' ? 'no such file' : error.message}.`);
  }
}

/** The unit of that id, or the one whose exercise has it. */
async function exerciseNamed(name) {
  const { readUnit, unitIds } = await importTypeScript('lib/course/read-unit.ts');
  const content = join(root, 'content');
  const ids = unitIds(content);
  const units = (ids.includes(name) ? [name] : ids).map((id) => readUnit(content, id));
  const unit = units.find(({ id, exercise }) => exercise !== null && (id === name || exercise.id === name));
  if (unit === undefined) throw new Missing(`There is no exercise "${name}", and no unit with one.`);
  const { checks } = await importTypeScript(`content/${unit.id}/exercise/checks.ts`);
  return { exercise: unit.exercise, checks };
}

/** What is asked for, each as an exercise with its checks and the scenarios that decide it. */
async function attempts({ unit, files, variant }) {
  const { answerFiles, variantSchema, variantScenarios } = await importTypeScript('lib/course/attempt.ts');
  const { exerciseScenarios } = await importTypeScript('lib/course/exercise.ts');
  if (variant === undefined) {
    const found = await exerciseNamed(unit);
    const given = Object.fromEntries(files.map((file) => [basename(file), readSource(file)]));
    try {
      const answer = { ...found.exercise.seed, ...answerFiles(found.exercise, given) };
      return [{ ...found, scenarios: exerciseScenarios(found.exercise, answer) }];
    } catch (error) {
      throw new Missing(error.message);
    }
  }
  const content = readJson(variant);
  const found = [];
  for (const item of Array.isArray(content) ? content : [content]) {
    const { success, data, error } = variantSchema.safeParse(item);
    if (!success) {
      const [{ path, message }] = error.issues;
      throw new Missing(`${variant} is no variant at ${path.join('.') || 'its root'}: ${message}`);
    }
    const known = await exerciseNamed(data.exercise);
    found.push({ ...known, scenarios: variantScenarios(known.exercise, data) });
  }
  return found;
}

function print({ check, verdict }) {
  const { place = null } = verdict;
  const where = place === null ? '' : ` (${place.file}, line ${place.line})`;
  console.log(`${verdict.passed ? '✓' : '✗'} ${check.id}: ${check.title}`);
  console.log(`    ${verdict.message}${where}`);
}

try {
  const list = await attempts(readArguments());
  const { judge } = await importTypeScript('lib/checks/index.ts');
  const { judgeInOrders } = await importTypeScript('lib/races/answer-orders.ts');
  buildRuntime();
  const simulator = await openSimulator();
  let passed = 0;
  let failed = 0;
  try {
    for (const { exercise, checks, scenarios } of list) {
      console.log(`${exercise.id}: ${exercise.title}`);
      const traces = [];
      let broken;
      for await (const { trace, error } of simulator.runAll(scenarios)) {
        broken ??= error;
        traces.push(trace);
      }
      if (broken !== undefined) {
        console.log(`✗ A run gave nothing to judge: ${broken}`);
        failed += checks.length;
        continue;
      }
      const judgements = judge(checks, traces);
      if (exercise.orders > 0 && judgements.every(({ verdict }) => verdict.passed)) {
        const { judgement } = await judgeInOrders({
          checks,
          stacks: scenarios,
          usual: traces,
          orders: exercise.orders,
          run: (scenario) => simulator.run(scenario),
          ended: () => null,
          onTried: () => {},
        });
        judgements.push(judgement);
      }
      for (const judgement of judgements) {
        print(judgement);
        if (judgement.verdict.passed) passed += 1;
        else failed += 1;
      }
    }
  } finally {
    await simulator.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
