/**
 * The policy that each exported page carries: strict, first, kept to in normal use, and no paper tiger. That no page
 * does anything against it when it is opened, `tests/e2e/shell.spec.ts` sees, where each is open already.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serveStatic } from '../../scripts/static-server.mjs';
import { Bench, LESSON } from '../support/bench';
import { exportedPages } from '../support/exported-pages';
import { FINISHED } from './programs/program';

const SITE = join(import.meta.dirname, '..', '..', 'out');
const PAGES = exportedPages(SITE);

declare global {
  var violations: string[];
  var bitten: string | undefined;
}

/** Keeps what the browser says was against the policy. */
const watchViolations = (page: Page) =>
  page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      globalThis.violations.push(`${effectiveDirective} ${blockedURI}`);
    });
  });

test.describe('every exported page', () => {
  test('is there to be tested', () => {
    expect(PAGES).toContain('index.html');
    expect(PAGES.length).toBeGreaterThan(4);
  });

  for (const name of PAGES) {
    test(`${name} has its policy before anything that it governs`, () => {
      const html = readFileSync(join(SITE, name), 'utf8');
      expect(html).toMatch(/<head><meta http-equiv="Content-Security-Policy" content="[^"]+"\/>/);
      expect(html.match(/http-equiv="Content-Security-Policy"/g)).toHaveLength(1);
      expect(html.slice(0, html.indexOf('<head>'))).not.toMatch(/<(script|link|img|style)/i);
    });

    test(`${name} allows nothing but its own`, () => {
      const html = readFileSync(join(SITE, name), 'utf8');
      const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
      const directives = new Map(
        policy.split('; ').map((directive) => {
          const [key = '', ...values] = directive.split(' ');
          return [key, values] as const;
        }),
      );
      expect(directives.get('default-src')).toEqual(["'none'"]);
      for (const nothing of ['object-src', 'base-uri', 'form-action']) {
        expect(directives.get(nothing), nothing).toEqual(["'none'"]);
      }
      const scripts = directives.get('script-src') ?? [];
      expect(scripts.filter((source) => !/^'(self|wasm-unsafe-eval|sha256-[\w+/=]+)'$/.test(source))).toEqual(
        [],
      );
      expect(directives.get('connect-src')).toEqual(["'self'"]);
      expect(directives.get('worker-src')).toEqual(["'self'", 'blob:']);
      expect(
        [...directives.values()].flat().filter((source) => /\*|^https?:|unsafe-eval'$/.test(source)),
      ).toEqual(["'wasm-unsafe-eval'"]);
    });
  }
});

test('editing in the full editor and running keep to the policy', async ({ page }) => {
  await watchViolations(page);
  await page.goto(LESSON, { waitUntil: 'networkidle' });
  const bench = Bench.on(page);
  await bench.code.locator('.line').filter({ hasText: 'await get_response' }).click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('End');
  await page.keyboard.type('  # typed');
  await bench.run(FINISHED);
  expect(await page.evaluate(() => globalThis.violations)).toEqual([]);
});

/** What a hole in the page would be used for: code for the page, and the directive that stops it. */
const INJECTIONS: readonly { readonly what: string; readonly code: string; readonly directive: string }[] = [
  {
    what: 'an inline script',
    code: "const script = document.createElement('script'); script.textContent = 'bitten = 1'; document.body.append(script)",
    directive: 'script-src-elem',
  },
  {
    what: 'a script from another host',
    code: "const script = document.createElement('script'); script.src = 'BAIT/bait.js'; document.body.append(script)",
    directive: 'script-src-elem',
  },
  {
    what: 'a script from a data: address',
    code: "const script = document.createElement('script'); script.src = 'data:text/javascript,bitten=1'; document.body.append(script)",
    directive: 'script-src-elem',
  },
  {
    what: 'a handler in an attribute',
    code: 'document.body.insertAdjacentHTML(\'beforeend\', \'<img src="/nothing.png" onerror="bitten = 1">\')',
    directive: 'script-src-attr',
  },
  {
    what: 'a javascript: address',
    code: "document.body.insertAdjacentHTML('beforeend', '<a id=\"bait\" href=\"javascript:bitten=1\">x</a>'); document.querySelector('#bait').click()",
    directive: 'script-src-elem',
  },
  {
    what: 'eval',
    code: "setTimeout(() => { try { eval('bitten = 1') } catch {} })",
    directive: 'script-src',
  },
  { what: 'a timer with text', code: "setTimeout(() => setTimeout('bitten = 1'))", directive: 'script-src' },
  {
    what: 'an image from another host',
    code: "new Image().src = 'BAIT/image.png'",
    directive: 'img-src',
  },
  {
    what: 'a style sheet from another host',
    code: 'document.head.insertAdjacentHTML(\'beforeend\', \'<link rel="stylesheet" href="BAIT/style.css">\')',
    directive: 'style-src-elem',
  },
  {
    what: 'a font from another host',
    code: "new FontFace('bait', 'url(BAIT/font.woff2)').load().catch(() => {})",
    directive: 'font-src',
  },
  {
    what: 'an image in a style',
    code: "document.body.style.backgroundImage = 'url(BAIT/background.png)'",
    directive: 'img-src',
  },
  {
    what: 'a form sent elsewhere',
    code: "document.body.insertAdjacentHTML('beforeend', '<form id=\"form\" action=\"BAIT/form\"></form>'); document.querySelector('#form').submit()",
    directive: 'form-action',
  },
  {
    what: 'a frame',
    code: "document.body.insertAdjacentHTML('beforeend', '<iframe src=\"BAIT/\"></iframe>')",
    directive: 'frame-src',
  },
  {
    what: 'an object',
    code: "document.body.insertAdjacentHTML('beforeend', '<object data=\"BAIT/object\"></object>')",
    directive: 'object-src',
  },
  {
    what: 'sound and film',
    code: "document.body.insertAdjacentHTML('beforeend', '<video src=\"BAIT/film\"></video>')",
    directive: 'media-src',
  },
  {
    what: 'another base for its addresses',
    code: "document.head.insertAdjacentHTML('afterbegin', '<base href=\"BAIT/\">')",
    directive: 'base-uri',
  },
  { what: 'fetch of another host', code: "fetch('BAIT/fetch').catch(() => {})", directive: 'connect-src' },
  {
    what: 'a beacon',
    code: "navigator.sendBeacon('BAIT/beacon', 'x')",
    directive: 'connect-src',
  },
  {
    what: 'a socket',
    code: "try { new WebSocket('BAIT/socket'.replace('http', 'ws')) } catch {}",
    directive: 'connect-src',
  },
  {
    what: 'a worker from another host',
    code: "try { new Worker('data:text/javascript,') } catch {}",
    directive: 'worker-src',
  },
];

test.describe('on a page with a hole in it, the policy stops', () => {
  const requests: string[] = [];
  let bait: Awaited<ReturnType<typeof serveStatic>>;
  test.beforeAll(async () => {
    bait = await serveStatic({
      folder: SITE,
      port: 0,
      headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
      onRequest: ({ method, path }) => requests.push(`${method} ${path}`),
    });
  });
  test.afterAll(() => bait.close());

  for (const { what, code, directive } of INJECTIONS) {
    test(what, async ({ page, baseURL }) => {
      requests.length = 0;
      await watchViolations(page);
      await page.goto('/licences/');
      await page.evaluate(code.replaceAll('BAIT', bait.origin));
      await expect
        .poll(() => page.evaluate(() => globalThis.violations.map((text) => text.split(' ')[0])))
        .toContain(directive);
      expect(await page.evaluate(() => globalThis.bitten)).toBeUndefined();
      expect(page.url()).toBe(`${baseURL}/licences/`);
      expect(requests).toEqual([]);
    });
  }
});
