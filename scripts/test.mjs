/**
 * `npm test`: prepares as `npm start` does, then runs every check and closes with
 * `N passed, N failed`. A failing suite does not keep the later ones from running.
 * `npm test -- unit kernel` runs only the suites named.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, Missing } from './missing.mjs';
import { node, preparePackages, prepareRuntime, prepareSite, run } from './prepare.mjs';
import { preparePythonPackages } from './python.mjs';
import { root } from './root.mjs';

const reports = join(root, 'test-results', 'reports');
const report = (name) => join(reports, name);

/** Vitest's JSON report as counts. */
function countVitest(file) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  // A file that does not load has a failed suite and no failed test.
  return { passed: numPassedTests, failed: numFailedTests || (numFailedTestSuites > 0 ? 1 : 0) };
}

/** pytest's JUnit report as counts. */
function countPytest(file) {
  const suite = /<testsuite [^>]*>/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  const count = (name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  return { passed: count('tests') - failed - count('skipped'), failed };
}

/** Playwright's JSON report as counts; a flaky test counts as failed. */
function countPlaywright(file) {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

const vitest = (name, config) => ({
  command: 'npx',
  args: ['vitest', 'run', ...config, '--reporter=default', '--reporter=json', `--outputFile=${report(name)}`],
  count: () => countVitest(report(name)),
});

const playwright = (name, folders) => ({
  command: 'npx',
  args: ['playwright', 'test', ...folders, '--reporter=list,json'],
  environment: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report(name) },
  count: () => countPlaywright(report(name)),
});

function suites() {
  const { python, environment } = preparePythonPackages();
  return [
    { name: 'lint', title: 'Lint and format: Biome', command: 'npx', args: ['biome', 'ci', '.'] },
    { name: 'lint', title: 'Lint: Ruff', command: python, args: ['-m', 'ruff', 'check', '.'], environment },
    {
      name: 'lint',
      title: 'Format: Ruff',
      command: python,
      args: ['-m', 'ruff', 'format', '--check', '.'],
      environment,
    },
    { name: 'lint', title: 'Spelling: cspell', command: 'npx', args: ['cspell', '--no-progress', '--quiet'] },
    { name: 'types', title: 'Types: tsc', command: 'npx', args: ['tsc', '--noEmit', '-p', '.'] },
    { name: 'types', title: 'Types: mypy', command: python, args: ['-m', 'mypy'], environment },
    { name: 'unit', title: 'Unit tests', ...vitest('unit.json', []) },
    {
      name: 'kernel',
      title: 'Kernel and tracer in Pyodide, under Node 26',
      ...vitest('kernel.json', ['--config', 'tests/kernel/vitest.kernel.config.ts']),
    },
    {
      name: 'properties',
      title: 'Generated programs, held against the properties of a trace',
      ...vitest('properties.json', ['--config', 'tests/properties/vitest.properties.config.ts']),
    },
    {
      name: 'native',
      title: 'Native Django, the reference',
      command: python,
      args: ['-m', 'pytest', '-q', 'tests/native', `--junitxml=${report('native.xml')}`],
      environment,
      count: () => countPytest(report('native.xml')),
    },
    {
      name: 'fidelity',
      title: 'The simulator against native Django, scenario by scenario',
      command: node(),
      args: ['scripts/fidelity-suite.mjs', '--report', report('fidelity.json')],
      count: () => JSON.parse(readFileSync(report('fidelity.json'), 'utf8')),
    },
    {
      name: 'recordings',
      title: 'The recorded runs equal fresh ones',
      command: node(),
      args: ['scripts/record-runs.mjs', '--check'],
    },
    {
      name: 'claims',
      title: 'Every claim of the course, decided by a fresh run',
      command: node(),
      args: ['scripts/claims.mjs', '--check', '--report', report('claims.json')],
      count: () => JSON.parse(readFileSync(report('claims.json'), 'utf8')),
    },
    {
      name: 'suites',
      title: "asgiref's and Django's own tests in Chromium",
      command: node(),
      args: ['scripts/suites.mjs', '--check', '--report', report('suites.json')],
      count: () => JSON.parse(readFileSync(report('suites.json'), 'utf8')),
    },
    {
      name: 'browser',
      title: 'The site in Chromium',
      ...playwright('browser.json', ['tests/e2e', 'tests/content']),
    },
    {
      name: 'visual',
      title: 'Pictures of key states, in Chromium',
      ...playwright('visual.json', ['tests/visual']),
    },
    {
      name: 'quality',
      title: 'Lighthouse, budgets on bytes, and the course in Firefox',
      ...vitest('quality.json', ['--config', 'tests/quality/vitest.quality.config.ts']),
    },
    {
      name: 'security',
      title: 'Hostile programs, escapes and the policy, in Chromium',
      ...playwright('security.json', ['tests/security']),
    },
    {
      name: 'hosting',
      title: 'The site below a folder of its host, in Chromium',
      ...playwright('hosting.json', ['--config', 'tests/hosting/playwright.hosting.config.ts']),
    },
  ];
}

/** Debian's package of each browser that a suite needs, where none is there and we may install it. */
const BROWSERS = { chromium: 'chromium', firefox: 'firefox-esr' };

function prepareBrowsers() {
  const look = (name) => spawnSync(node(), ['scripts/browser.mjs', name], { cwd: root, encoding: 'utf8' });
  const missing = Object.keys(BROWSERS).filter((name) => look(name).status !== 0);
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) {
    throw new Missing(missing.map((name) => look(name).stdout.trim()).join('\n'));
  }
  const packages = missing.map((name) => BROWSERS[name]);
  console.log(`\n— Installing browsers (apt-get install ${packages.join(' ')})`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', ...packages]);
}

/** Runs one suite with its output shown and says how many of its tests passed and failed. */
function runSuite({ title, command, args, environment = process.env, count }) {
  console.log(`\n━━ ${title}`);
  const start = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment });
  const seconds = (Date.now() - start) / 1000;
  let result = { passed: 0, failed: 0 };
  try {
    if (count) result = count();
  } catch (error) {
    console.error(`No report was written: ${error.message}`);
  }
  if (status === 0 && result.passed === 0) result.passed = count ? 0 : 1;
  if (status !== 0 && result.failed === 0) result.failed = 1;
  return { title, seconds, ...result };
}

try {
  preparePackages();
  prepareRuntime();
  prepareSite();
  prepareBrowsers();
} catch (error) {
  fail(error);
}
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const wanted = process.argv.slice(2);
const all = suites();
const unknown = wanted.filter((name) => !all.some((suite) => suite.name === name));
if (unknown.length > 0) {
  fail(
    new Missing(
      `No such suite: ${unknown.join(', ')}. There are ${[...new Set(all.map(({ name }) => name))].join(', ')}.`,
    ),
  );
}
const results = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(runSuite);

console.log('');
for (const { title, seconds, passed, failed } of results) {
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${title}: ${passed} passed, ${failed} failed (${seconds.toFixed(0)} s)`,
  );
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') > 0 || total('passed') === 0 ? 1 : 0);
