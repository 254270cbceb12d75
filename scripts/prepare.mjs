/**
 * What `npm start`, `npm test` and `npm run dev` have in common: bring a fresh machine to the point
 * where the site can be served, doing only what is not done yet. Needs nothing but Node >= 20.9,
 * because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from './missing.mjs';
import { findPython } from './python.mjs';
import { root } from './root.mjs';

const SITE_INPUTS = [
  'app',
  'components',
  'content',
  'lib',
  'public/runtime/manifest.json',
  'scripts',
  'mdx-components.tsx',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];
const IGNORED = /(^|\/)(__pycache__|\.[^/]+|[^/]+\.generated\.(ts|json)|[^/]+\.test\.tsx?)$/;

/** Next would report its use to its makers; nothing here calls home. */
const quiet = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };

/** Runs a command in the root folder with its output shown; throws when it fails. */
export function run(command, args, environment = quiet) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment,
    shell: process.platform === 'win32',
  });
  if (error) throw new Missing(`${command} could not be started: ${error.message}`);
  if (status !== 0)
    throw new Missing(`\`${[command, ...args].join(' ')}\` failed; its message stands above.`);
}

/** npm's own Node (26): it has the stack switching that the snapshot needs. */
export const node = () => join(root, 'node_modules', '.bin', 'node');

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 9)) {
    throw new Missing(`Await Points needs Node 20.9 or newer; this is ${process.versions.node}.`);
  }
}

/** True when node_modules holds just what package-lock.json names (npm's hidden lock file tells). */
function packagesInstalled() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden) || !existsSync(node())) return false;
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function step(title, work) {
  const start = Date.now();
  console.log(`\n— ${title}`);
  work();
  console.log(`  ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** Asks for what must be there, then installs npm's packages where they are missing. */
export function preparePackages() {
  requireNode();
  findPython();
  if (packagesInstalled()) return;
  step('Installing the packages (npm ci)', () =>
    run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']),
  );
}

/** Fetches Django and its companions by pip and builds public/runtime; each part only where it is stale. */
export function prepareRuntime() {
  step('Django and its companions (pip download)', () => run(node(), ['scripts/fetch-wheels.mjs']));
  step('The runtime: Python with Django, as a snapshot', () => run(node(), ['scripts/build-runtime.mjs']));
}

function* filesBelow(path) {
  if (IGNORED.test(path) || !existsSync(join(root, path))) return;
  if (!statSync(join(root, path)).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) yield* filesBelow(`${path}/${name}`);
}

function siteFingerprint(base, address) {
  const hash = createHash('sha256');
  for (const input of SITE_INPUTS) {
    for (const file of filesBelow(input)) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.update(base).update(address).digest('hex');
}

/**
 * Builds the static site, unless the one in its folder was made from the same files.
 * @param {object} [site]
 * @param {string} [site.folder] where it is written, from the root
 * @param {string} [site.base] the folder of its host below which it will stand
 * @param {string} [site.address] its host
 */
export function prepareSite({
  folder = process.env.SITE_FOLDER ?? 'out',
  base = process.env.BASE_PATH ?? '',
  address = process.env.SITE_URL ?? '',
} = {}) {
  const stamp = join(root, folder, '.built-from');
  const fingerprint = siteFingerprint(base, address);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const environment = { ...quiet, SITE_FOLDER: folder, BASE_PATH: base, SITE_URL: address };
  step('The site (next build)', () => {
    run('npm', ['run', '--silent', 'build'], environment);
    writeFileSync(stamp, fingerprint);
  });
}
