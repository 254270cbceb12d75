/**
 * The Chromium that tests and tools drive: the one named in CHROME_PATH, the system's, or Playwright's.
 * Run as a program it prints the path, or says in a sentence that there is none and fails.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const NO_BROWSER =
  'This needs Chromium or Chrome; please install one, or name its program in CHROME_PATH.';

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

/** @returns {string | null} a browser's program, or null when there is none */
export function browserExecutable() {
  const named = process.env.CHROME_PATH;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...onPath, ...PLACES].find(isExecutable);
  if (found) return found;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const executable = browserExecutable();
  if (executable === null) console.error(NO_BROWSER);
  else console.log(executable);
  process.exit(executable === null ? 1 : 0);
}
