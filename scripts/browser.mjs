/**
 * The browsers that tests and tools drive. Chromium is the one named in CHROME_PATH, the system's, or Playwright's;
 * Firefox the one named in FIREFOX_PATH, or the system's. Run as a program it prints the path of the browser that it is
 * asked for, `chromium` or `firefox`, or says in a sentence that there is none and fails.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const CHROMIUM = {
  names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'],
  places: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
};
const FIREFOX = {
  names: ['firefox-esr', 'firefox'],
  places: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

export const NO_BROWSER =
  'This needs Chromium or Chrome; please install one, or name its program in CHROME_PATH.';

export const NO_FIREFOX = 'This needs Firefox; please install it, or name its program in FIREFOX_PATH.';

/** Without these a browser started by root, or in a container, does not come up or calls home. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed({ names, places }) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find(isExecutable) ?? null;
}

/** @returns {string | null} a browser's program, or null when there is none */
export function browserExecutable() {
  const found = process.env.CHROME_PATH || installed(CHROMIUM);
  if (found) return found;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** @returns {string | null} the program of a Firefox as its makers ship it, or null when there is none */
export const firefoxExecutable = () => process.env.FIREFOX_PATH || installed(FIREFOX);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [executable, missing] =
    process.argv[2] === 'firefox' ? [firefoxExecutable(), NO_FIREFOX] : [browserExecutable(), NO_BROWSER];
  console.log(executable ?? missing);
  process.exit(executable === null ? 1 : 0);
}
