// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const FOLDABLE = '<details open data-deeper><summary>Deeper, optional</summary></details>';

/** A page of its own, as it is after the script in its head. */
async function visit(address: string) {
  history.replaceState(null, '', address);
  delete document.documentElement.dataset.path;
  document.body.innerHTML = FOLDABLE;
  vi.resetModules();
  const path = await import('./fast-path');
  new Function(path.fastPathScript)();
  const { openRecord } = await import('@/lib/progress/open-record');
  return { ...path, record: await openRecord() };
}

const isOpen = () => document.querySelector('details')?.open;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
});

describe('the fast path', () => {
  test('is not taken unasked', async () => {
    const { readPath, keptPath, record } = await visit('/learn/one/');
    expect(readPath()).toBe('whole');
    expect(await keptPath(record)).toBeNull();
  });

  test('is taken by an address that asks for it, which is kept and then taken from the address', async () => {
    const { readPath, keptPath, record } = await visit('/learn/one/?path=fast&way=read#place');
    expect(readPath()).toBe('fast');
    expect(await keptPath(record)).toBe('fast');
    expect(location.search + location.hash).toBe('?way=read#place');
    expect((await visit('/learn/two/')).readPath()).toBe('fast');
  });

  test('folds what is deeper, and opens it again', async () => {
    const { choosePath, subscribeToPath, readPath } = await visit('/learn/one/');
    const heard = vi.fn();
    subscribeToPath(heard);
    await choosePath('fast');
    expect([readPath(), isOpen(), heard.mock.calls.length]).toEqual(['fast', false, 1]);
    await choosePath('whole');
    expect([readPath(), isOpen(), heard.mock.calls.length]).toEqual(['whole', true, 2]);
  });

  test('is left for good by whoever turns it off before the address was read', async () => {
    const { choosePath, keptPath, record, readPath } = await visit('/learn/one/?path=fast');
    const reading = keptPath(record);
    const choosing = choosePath('whole');
    expect(await reading).toBe('whole');
    await choosing;
    expect(await keptPath(record)).toBe('whole');
    expect([readPath(), location.search]).toEqual(['whole', '']);
  });

  test('is remembered even if the page went before the record had it', async () => {
    const first = await visit('/learn/one/');
    vi.spyOn(first.record, 'writePreference').mockReturnValue(new Promise(() => {}));
    void first.choosePath('fast');
    const { keptPath, record } = await visit('/learn/two/');
    expect(await keptPath(record)).toBe('fast');
    expect(await record.readPreference('path')).toBe('fast');
  });

  test('is known from the record where the browser keeps no copy of the choice', async () => {
    await (await visit('/learn/one/')).choosePath('fast');
    localStorage.clear();
    const { readPath, keptPath, record } = await visit('/learn/two/');
    expect(readPath()).toBe('whole');
    expect(await keptPath(record)).toBe('fast');
  });

  test('leaves what the address asks for alone when it is no path', async () => {
    const { keptPath, record } = await visit('/learn/one/?path=slow');
    expect(await keptPath(record)).toBeNull();
  });
});
