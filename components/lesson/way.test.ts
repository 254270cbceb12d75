// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const UNIT = 'a-unit';

/** A unit's page of its own, as it is after the script in its article. */
async function visit(address: string) {
  history.replaceState(null, '', address);
  document.body.innerHTML = `<article data-unit="${UNIT}" data-ways="read watch predict" data-way="read"></article>`;
  vi.resetModules();
  const way = await import('./way');
  Object.defineProperty(document, 'currentScript', {
    configurable: true,
    value: { parentElement: document.querySelector('article') },
  });
  new Function(way.wayScript)();
  const { openRecord } = await import('@/lib/progress/open-record');
  return { ...way, record: await openRecord() };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
});

describe('the way into a unit', () => {
  test('is to read it, unless something else was chosen', async () => {
    expect((await visit('/learn/a-unit/')).readWay()).toBe('read');
  });

  test('is kept for its unit, and stands in the address', async () => {
    const { chooseWay } = await visit('/learn/a-unit/');
    await chooseWay(UNIT, 'predict');
    expect(location.search).toBe('?way=predict');
    expect((await visit('/learn/a-unit/')).readWay()).toBe('predict');
  });

  test('is taken from an address for this visit alone', async () => {
    expect((await visit('/learn/a-unit/?way=watch')).readWay()).toBe('watch');
    expect((await visit('/learn/a-unit/')).readWay()).toBe('read');
  });

  test('is to read where the address asks for one that the unit lacks', async () => {
    expect((await visit('/learn/a-unit/?way=compare')).readWay()).toBe('read');
  });

  test('is to read where the address names a place of the unit, whatever was chosen before', async () => {
    await (await visit('/learn/a-unit/')).chooseWay(UNIT, 'predict');
    const { readWay, keptWay, record } = await visit('/learn/a-unit/#run-first-layer');
    expect(readWay()).toBe('read');
    expect(await keptWay(record, UNIT)).toBeNull();
  });

  test('is known from the record where the browser keeps no copy of the choice', async () => {
    await (await visit('/learn/a-unit/')).chooseWay(UNIT, 'watch');
    localStorage.clear();
    const { readWay, keptWay, record } = await visit('/learn/a-unit/');
    expect(readWay()).toBe('read');
    expect(await keptWay(record, UNIT)).toBe('watch');
  });
});
