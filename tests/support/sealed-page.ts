/**
 * The bare simulator page with everything around it watched: its own server, a server that answers anybody,
 * the browser's storage, and another tab.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { ClientOptions } from '@/lib/simulator/client';
import type { Simulator } from '@/lib/simulator/simulator';
import { serveSimulatorPage } from '../../scripts/simulator-page.mjs';
import { serveStatic } from '../../scripts/static-server.mjs';
import { inspectWorker } from './inspect-worker';

declare global {
  var simulator: Simulator;
  var createSimulator: (options: Partial<ClientOptions>) => Simulator;
  var heard: string[];
}

/** Whoever gets at it may read what it says. */
const ANSWERS_ANYBODY = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

export type SealedPage = {
  readonly page: Page;
  /** Evaluates in the latest worker, as if a hole in Python had been found. */
  readonly inWorker: (expression: string) => Promise<unknown>;
  /** Puts the real addresses in place of BAIT, BAIT_PORT and OWN. */
  readonly withBait: (code: string) => string;
  /** Forgets what was seen so far. */
  readonly watch: () => void;
  /** What has come out since: requests to either server, stored things, messages in the other tab. */
  readonly seen: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

export async function openSealedPage(browser: Browser): Promise<SealedPage> {
  const requests: string[] = [];
  const log = (where: string) => (request: { readonly method: string; readonly path: string }) =>
    requests.push(`${where}: ${request.method} ${request.path}`);
  const own = await serveSimulatorPage({ onRequest: log('own') });
  const folder = mkdtempSync(join(tmpdir(), 'await-points-bait-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>bait</title>');
  writeFileSync(join(folder, 'bait.js'), 'self.bitten = true;');
  const bait = await serveStatic({ folder, port: 0, headers: ANSWERS_ANYBODY, onRequest: log('bait') });

  const context = await browser.newContext();
  const page = await context.newPage();
  const inWorker = await inspectWorker(page);
  await page.goto(own.origin);
  const otherTab = await context.newPage();
  await otherTab.goto(own.origin);
  await otherTab.evaluate(() => {
    globalThis.heard = [];
    const channel = new BroadcastChannel('await-points');
    channel.onmessage = ({ data }) => globalThis.heard.push(`broadcast ${data}`);
    window.addEventListener('storage', ({ key }) => globalThis.heard.push(`storage ${key}`));
  });

  const stored = (watched: Page) =>
    watched.evaluate(async () => {
      const found = (await indexedDB.databases()).map(({ name }) => `database ${name}`);
      for (const name of await caches.keys()) found.push(`cache ${name}`);
      for (const { length } of [localStorage, sessionStorage]) if (length > 0) found.push('storage');
      if (document.cookie !== '') found.push(`cookie ${document.cookie}`);
      const root = await navigator.storage.getDirectory();
      for await (const name of root.keys()) found.push(`file ${name}`);
      for (const { name } of (await navigator.locks.query()).held ?? []) found.push(`lock ${name}`);
      if ((await navigator.serviceWorker.getRegistrations()).length > 0) found.push('service worker');
      if (document.title !== 'Simulator') found.push(`title ${document.title}`);
      return found;
    });

  return {
    page,
    inWorker,
    withBait: (code) =>
      code
        .replaceAll('BAIT_PORT', new URL(bait.origin).port)
        .replaceAll('BAIT', bait.origin)
        .replaceAll('OWN', own.origin),
    watch() {
      requests.length = 0;
    },
    async seen() {
      return [
        ...requests,
        ...(await stored(page)),
        ...(await otherTab.evaluate(() => globalThis.heard)),
        ...context
          .pages()
          .flatMap((open) => (open === page || open === otherTab ? [] : [`tab ${open.url()}`])),
      ];
    },
    async close() {
      await context.close();
      await Promise.all([own.close(), bait.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}
