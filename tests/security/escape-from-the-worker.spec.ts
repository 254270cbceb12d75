/** Should learner code ever reach JavaScript: from inside the sealed worker it still reaches nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { openSealedPage, type SealedPage } from '../support/sealed-page';
import { FROM_JAVASCRIPT } from './escapes/from-javascript';

const RUNTIME = join(import.meta.dirname, '..', '..', 'public', 'runtime');

/** Once for all attempts: where one succeeded, the others know of it too, and that is as bad. */
let sealed: SealedPage;
test.beforeAll(async ({ browser }) => {
  sealed = await openSealedPage(browser);
  await sealed.page.evaluate(() => globalThis.simulator.warm());
  await sealed.page.waitForFunction(() => globalThis.simulator.stage.kind === 'warm');
  expect(await sealed.inWorker('1 + 1')).toBe(2);
});
test.afterAll(() => sealed.close());

for (const { what, expression } of FROM_JAVASCRIPT) {
  test(`the sealed worker does not get at ${what}`, async () => {
    sealed.watch();
    const attempt = sealed.withBait(expression);
    // An attempt that is refused throws or rejects; one that waits for ever has got nothing either.
    const result = await sealed.inWorker(`Promise.race([
      (async () => ${attempt})().catch((error) => 'refused: ' + error.name),
      new Promise((resolve) => setTimeout(resolve, 300, 'nothing came of it')),
    ])`);
    expect(result).toMatch(/^(refused: \w+|nothing|nothing came of it)$/);
    expect(await sealed.seen()).toEqual([]);
  });
}

test("the code of the worker holds no import(), which alone could still ask the site's own host", async () => {
  const sources = await Promise.all(
    readdirSync(RUNTIME)
      .filter((name) => name.startsWith('worker.'))
      .map((name) => gunzipSync(readFileSync(join(RUNTIME, name))).toString()),
  );
  expect(sources).toHaveLength(1);
  expect(sources[0]).toContain('postMessage');
  expect(sources[0]).not.toMatch(/\bimport\s*\(/);
});

/** A run of nothing but a print; the page's word for it, or the printed text. */
const RUN = `simulator
  .run({ id: 'x', layers: [], mode: 'script', script: 'async def main(): print("true")', requests: [] })
  .then(
    ({ trace }) => trace.events.flatMap((event) => (event.kind === 'output' ? [event.text] : [])).join(),
    ({ message }) => message,
  )`;

test('what the sealed worker puts in place of its own functions, the page does not hear', async () => {
  await sealed.inWorker(`(() => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (message, ...rest) {
      const forged = message?.kind === 'trace' ? { kind: 'trace', text: '{"forged":true}' } : message;
      return postMessage.call(this, forged, ...rest);
    };
    Object.prototype.toJSON = () => 'forged';
  })()`);
  expect(await sealed.page.evaluate(RUN)).toBe('true');
});

test('a page that is told lies by its worker shows none of them', async ({ browser }) => {
  const { page, close } = await openSealedPage(browser);
  // In place of the interpreter's worker, one that says what it likes over the port it would get.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: object, transferred: unknown) {
      const [client] = Array.isArray(transferred) ? transferred : [];
      if (!('image' in message) || 'baseUrl' in message) {
        Reflect.apply(postMessage, this, [message, transferred]);
        return;
      }
      const forged = JSON.stringify({ schema: 1, events: 'forged' });
      for (const lie of ['ready', null, { kind: 'trace', text: '{}' }, { kind: 'ready', more: 1 }]) {
        client.postMessage(lie);
      }
      client.postMessage({ kind: 'ready' });
      client.postMessage({ kind: 'running' });
      client.postMessage({ kind: 'trace', text: forged });
    };
  });
  await page.reload();
  expect(await page.evaluate(RUN)).toMatch(/gave as its trace is none, so it is not shown/);
  await close();
});
