/** Pages in browsers with a profile of their own, so that nothing is cached. */
import { chromium } from '@playwright/test';
import { BROWSER_ARGUMENTS, browserExecutable, NO_BROWSER } from '../browser.mjs';
import { Missing } from '../missing.mjs';

/** A browser that has never run before. */
export async function coldBrowser() {
  const executablePath = browserExecutable();
  if (executablePath === null) throw new Missing(NO_BROWSER);
  return chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
}

/** Opens a page in a cold browser, hands it to `work`, and closes the browser. */
export async function withColdPage(address, work) {
  const browser = await coldBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    return await work(page, browser.version());
  } finally {
    await browser.close();
  }
}
