import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer, Change, Draft } from './record';

const draft: Draft = { files: { 'middleware.py': 'x = 1\n' }, savedAt: 5, history: [] };
const attempt = { chosen: ['yes'], sure: true, correct: false, hash: 'abc', answeredAt: 7 };
const answer: Answer = { first: attempt, latest: { ...attempt, correct: true } };

/** A record opened afresh over the same storage: another visit, or another tab. */
async function visit() {
  vi.resetModules();
  const { openRecord } = await import('./open-record');
  return openRecord();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => vi.restoreAllMocks());

describe('the record', () => {
  test('gives back drafts, answers and exercises on a later visit', async () => {
    const record = await visit();
    await record.writeDraft('a', draft);
    await record.writeAnswer('q', answer);
    await record.writeExercise('e', { attempts: 2, passedAt: null, hintsSeen: 1, solutionSeen: false });

    const later = await visit();
    expect(await later.readDraft('a')).toEqual(draft);
    expect(await later.readAnswer('q')).toEqual(answer);
    expect(await later.readExercise('e')).toMatchObject({ attempts: 2, hintsSeen: 1 });
    expect(later.notice).toBeNull();
  });

  test('has nothing for an id that was never written', async () => {
    const record = await visit();
    expect(await record.readDraft('never')).toBeNull();
    expect(await record.readVisited()).toEqual(new Map());
  });

  test('keeps when a unit was first opened, and that it was finished', async () => {
    const now = vi.spyOn(Date, 'now');
    const record = await visit();
    now.mockReturnValue(100);
    await record.markVisited('unit');
    now.mockReturnValue(200);
    await record.markVisited('unit', { finished: true });
    now.mockReturnValue(300);
    await record.markVisited('unit');
    expect((await record.readVisited()).get('unit')).toEqual({
      firstAt: 100,
      latestAt: 300,
      finishedAt: 200,
    });
  });

  test('sets a row that it cannot read aside instead of failing or losing it', async () => {
    const record = await visit();
    await record.writeAnswer('q', answer);
    const database = await openDB('await-points');
    await database.put('answers', { first: 'from a much older site' }, 'q');

    expect(await record.readAnswer('q')).toBeNull();
    expect(await database.get('answers', 'q')).toBeUndefined();
    expect(await database.getAll('set-aside')).toMatchObject([
      { store: 'answers', id: 'q', row: { first: 'from a much older site' } },
    ]);
    database.close();
  });

  test('tells its listeners what changed, until they stop listening', async () => {
    const record = await visit();
    const heard: Change[] = [];
    const stop = record.subscribe((change) => heard.push(change));
    await record.writeDraft('a', draft);
    stop();
    await record.writeDraft('b', draft);
    expect(heard).toEqual([{ store: 'drafts', id: 'a' }]);
  });

  test('tells other tabs what changed', async () => {
    const record = await visit();
    const other = await visit();
    const heard = new Promise<Change>((resolve) => other.subscribe(resolve));
    await record.writeAnswer('q', answer);
    expect(await heard).toEqual({ store: 'answers', id: 'q' });
    expect(await other.readAnswer('q')).toEqual(answer);
  });
});

describe('the record where storage fails', () => {
  test('lasts as long as the page, and says so, when the browser refuses storage', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private mode', 'SecurityError');
    });
    const record = await visit();
    await record.writeDraft('a', draft);
    await record.markVisited('unit');
    expect(await record.readDraft('a')).toEqual(draft);
    expect((await record.readVisited()).has('unit')).toBe(true);
    expect(record.notice).toContain('keeps nothing');
  });

  test('keeps what no longer fits in memory, and says that storage is full', async () => {
    const record = await visit();
    await record.writeDraft('a', draft);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    const edited = { ...draft, files: { 'middleware.py': 'x = 2\n' } };
    await record.writeDraft('a', edited);
    expect(await record.readDraft('a')).toEqual(edited);
    expect(record.notice).toContain('full');

    put.mockRestore();
    await record.writeDraft('a', edited);
    expect(await (await visit()).readDraft('a')).toEqual(edited);
  });

  test('lets a newer site in another tab upgrade, and keeps this tab working', async () => {
    const record = await visit();
    const newer = await openDB('await-points', 99);
    await record.writeDraft('a', draft);
    expect(await record.readDraft('a')).toEqual(draft);
    expect(record.notice).toContain('reload');
    newer.close();
    await deleteDB('await-points');
  });
});
