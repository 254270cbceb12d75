/**
 * The course in Firefox as its makers ship it: read, answered and run. Playwright drives only a Firefox of its own
 * making, see CONTRIBUTING.md; Puppeteer drives any, over WebDriver BiDi.
 */
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firefoxExecutable, NO_FIREFOX } from '../../scripts/browser.mjs';
import { serveStatic } from '../../scripts/static-server.mjs';

const LESSON = '/learn/simple-async-middleware/';
/** Slower than anybody would wait for, so that only what never comes fails on a busy machine. */
const PATIENCE = 90_000;

const button = (name: string) => `::-p-xpath(.//button[normalize-space()="${name}"])`;
const timeline = '[role="group"][aria-label="Timeline of the run"]';

describe('in Firefox', () => {
  let site: Awaited<ReturnType<typeof serveStatic>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const executablePath = firefoxExecutable();
    if (executablePath === null) throw new Error(NO_FIREFOX);
    site = await serveStatic({ folder: join(import.meta.dirname, '..', '..', 'out'), port: 0 });
    browser = await puppeteer.launch({ browser: 'firefox', executablePath, timeout: PATIENCE });
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('the landing page plays its recorded run', async () => {
    await page.goto(site.origin);
    await page.locator(button('Play this run')).click();
    await page.locator('input[type="range"]').wait();
    expect(await page.title()).toContain('Await Points');
  });

  test('a question of a lesson is answered and explained', async () => {
    await page.goto(`${site.origin}${LESSON}`);
    const question = '[data-question="must-the-next-layer-be-awaited"]';
    await page.locator(`${question} ::-p-text(Django awaits whatever)`).click();
    await page.locator(`${question} ::-p-text(Not sure)`).click();
    await page.locator(`${question} ${button('Commit')}`).click();
    await page.locator(`${question} ::-p-text(Not so.)`).wait();
  });

  test('an example runs on real Django and its timeline is painted', async () => {
    await page.locator(`figure ${button('Run')}`).click();
    await page.locator('figure ::-p-text(Run 1: 3 × 200.)').wait();
    const drawn = await page.locator(`figure ${timeline}`).waitHandle();
    const box = await drawn.boundingBox();
    expect(box?.height).toBeGreaterThan(100);
    expect(await drawn.$$eval('svg rect', (marks) => marks.length)).toBeGreaterThan(10);
  });

  test('nothing was complained about', () => {
    expect(complaints).toEqual([]);
  });
});
