/** Lighthouse, with its settings for a phone, on one page. */
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { BROWSER_ARGUMENTS, browserExecutable, NO_BROWSER } from '../browser.mjs';
import { Missing } from '../missing.mjs';

/**
 * Audits a page in a browser that has never run before.
 * @param {string} address
 * @param {{categories: string[], audits?: string[]}} asked whole categories, and single audits of others, by their ids
 * @returns the report, as Lighthouse documents it; throws when the page could not be audited
 */
export async function auditPage(address, { categories, audits }) {
  const executablePath = browserExecutable();
  if (executablePath === null) throw new Missing(NO_BROWSER);
  const browser = await puppeteer.launch({ executablePath, args: BROWSER_ARGUMENTS });
  try {
    const flags = {
      logLevel: 'error',
      onlyCategories: categories,
      onlyAudits: audits ?? null,
      disableFullPageScreenshot: true,
    };
    const result = await lighthouse(address, flags, undefined, await browser.newPage());
    const { runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`${address} could not be audited: ${runtimeError.message}`);
    return result.lhr;
  } finally {
    await browser.close();
  }
}
