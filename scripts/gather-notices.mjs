/**
 * Gathers the licences of everything that the site hands out, for its /licences/ page and for
 * THIRD-PARTY-NOTICES.md: from the wheels and from the npm packages themselves, so that a text is always
 * that of the version shipped.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readZip } from './read-zip.mjs';
import { root } from './root.mjs';

const WHEELS = join(root, '.cache', 'wheels');

/** npm packages of which some part reaches the browser. */
const SHIPPED = [
  ...['next', 'react', 'react-dom', 'scheduler'],
  ...['pyodide', 'zstddec', 'monaco-editor', '@monaco-editor/react', '@monaco-editor/loader', 'state-local'],
  ...['shiki', '@shikijs/core', '@shikijs/monaco', '@shikijs/langs', '@shikijs/engine-javascript'],
  ...['idb', 'ts-fsrs', 'zod', 'fflate', 'tailwindcss', '@astral-sh/ruff-wasm-web'],
];

/** Works whose package carries no licence text: where the same text stands. */
const STANDARD_TEXTS = {
  'MPL-2.0': () => readFileSync(join(root, 'node_modules', 'lightningcss', 'LICENSE'), 'utf8'),
  'PSF-2.0': () => readWheel('django', /licenses\/LICENSE\.python$/),
};

const TEXT = /^(licen[cs]e|copying|notice|thirdpartynotices?)(\.(md|txt))?$/i;

function wheelFile(name) {
  const file = existsSync(WHEELS) && readdirSync(WHEELS).find((wheel) => wheel.startsWith(`${name}-`));
  if (!file) throw new Error(`No wheel of ${name} in .cache/wheels: \`npm run runtime\` fetches it.`);
  return join(WHEELS, file);
}

/** All members of a wheel whose names match, joined. */
function readWheel(name, pattern) {
  return readZip(wheelFile(name))
    .filter(([member]) => pattern.test(member))
    .map(([, read]) => read().toString('utf8').trim())
    .join('\n\n');
}

/** A wheel's notice, by its own METADATA. */
function noticeOfWheel(file) {
  const name = file.split('-')[0];
  const metadata = readWheel(name, /\.dist-info\/METADATA$/).split('\n\n')[0];
  const field = (key) => new RegExp(`^${key}: (.*)$`, 'm').exec(metadata)?.[1];
  return {
    name: field('Name'),
    version: field('Version'),
    licence:
      field('License-Expression') ?? field('License') ?? field('Classifier: License :: OSI Approved :'),
    text: readWheel(name, /\.dist-info\/(licenses\/)?LICENSE[^/]*$/),
  };
}

function noticeOfPackage(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => TEXT.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { name, version, licence: license, text: texts.join('\n\n') || STANDARD_TEXTS[license]?.() };
}

/** CPython comes inside Pyodide, whose lock file names its version. */
function noticeOfPython() {
  const lock = JSON.parse(readFileSync(join(root, 'node_modules', 'pyodide', 'pyodide-lock.json'), 'utf8'));
  return {
    name: 'CPython',
    version: lock.info.python,
    licence: 'PSF-2.0',
    text: STANDARD_TEXTS['PSF-2.0'](),
  };
}

/** The icons of Monaco's lists are a font with a licence of its own, which its package does not carry. */
function noticeOfCodicons() {
  const { version } = noticeOfPackage('monaco-editor');
  const text =
    'Codicons, by Microsoft: https://github.com/microsoft/vscode-codicons. The icons are licensed under Creative Commons ' +
    'Attribution 4.0 International: https://creativecommons.org/licenses/by/4.0/. They are handed out unchanged.';
  return { name: 'Codicons (in monaco-editor)', version, licence: 'CC-BY-4.0', text };
}

const notices = [
  noticeOfPython(),
  ...readdirSync(WHEELS)
    .sort()
    .filter((file) => file.endsWith('.whl'))
    .map(noticeOfWheel),
  ...SHIPPED.map(noticeOfPackage),
  noticeOfCodicons(),
];
const bare = notices.find(({ licence, text }) => !licence || !text);
if (bare) throw new Error(`${bare.name} ${bare.version} states no licence that could be shown.`);

// One file per text, so that the page that lists them stays small.
const folder = join(root, 'public', 'licences');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const listed = notices.map(({ text, ...notice }) => {
  const file = `${notice.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')}.txt`;
  writeFileSync(join(folder, file), `${text}\n`);
  return { ...notice, file };
});
writeFileSync(join(folder, 'notices.json'), JSON.stringify(listed, null, 2));

const rows = listed.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
writeFileSync(
  join(root, 'THIRD-PARTY-NOTICES.md'),
  `# Third-party notices

The built site hands out the works below, unchanged or as part of a bundle, under their own licences. Their texts
stand on the site at \`/licences/\`. \`npm run manifest\` writes this table from the packages themselves.

| work | version | licence |
| --- | --- | --- |
${rows.join('\n')}
`,
);
console.log(`Licences of ${listed.length} works.`);
