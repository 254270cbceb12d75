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

describe('the record as a whole', () => {
  const review = {
    dueAt: 9,
    reviewedAt: 1,
    stability: 2.3,
    difficulty: 5,
    scheduledDays: 2,
    reviews: 1,
    lapses: 0,
  };

  test('written by version 1 of the site is found again, whole, after the upgrade', async () => {
    const version1 = await openDB('await-points', 1, {
      upgrade(database) {
        for (const store of ['drafts', 'answers', 'exercises', 'visits']) database.createObjectStore(store);
        database.createObjectStore('set-aside', { autoIncrement: true });
      },
    });
    await version1.put('drafts', draft, 'unit/example');
    await version1.put('answers', answer, 'q');
    await version1.put('exercises', { attempts: 2, passedAt: 5, hintsSeen: 1, solutionSeen: false }, 'e02');
    await version1.put('visits', { firstAt: 1, latestAt: 2, finishedAt: null }, 'unit');
    version1.close();

    const record = await visit();
    expect(await record.readContents()).toEqual({
      drafts: { 'unit/example': draft },
      answers: { q: answer },
      exercises: { e02: { attempts: 2, passedAt: 5, hintsSeen: 1, solutionSeen: false } },
      visits: { unit: { firstAt: 1, latestAt: 2, finishedAt: null } },
      reviews: {},
      preferences: {},
    });
    await record.writeReview('question/q', review);
    await record.writePreference('way/unit', 'predict');
    const later = await visit();
    expect(await later.readReview('question/q')).toEqual(review);
    expect(await later.readPreference('way/unit')).toBe('predict');
    expect(later.notice).toBeNull();
  });

  test('is amended in one go, and this tab and others hear of each row', async () => {
    const record = await visit();
    const other = await visit();
    await record.writeDraft('a', draft);
    const heard: Change[] = [];
    record.subscribe((change) => heard.push(change));
    const heardElsewhere = new Promise<Change>((resolve) => other.subscribe(resolve));
    await record.amendContents((kept) => ({ ...kept, answers: { q: answer } }));
    expect(heard).toContainEqual({ store: 'answers', id: 'q' });
    expect(await heardElsewhere).toEqual({ store: 'drafts', id: 'a' });
    expect(await other.readAnswer('q')).toEqual(answer);
    expect(await other.readDraft('a')).toEqual(draft);
  });

  test('is cleared for good, here and in other tabs', async () => {
    const record = await visit();
    await record.writeDraft('a', draft);
    await record.markVisited('unit');
    const other = await visit();
    const heardElsewhere = new Promise<Change>((resolve) => other.subscribe(resolve));
    await record.clear();
    expect(await heardElsewhere).toEqual({ store: 'drafts', id: 'a' });
    expect(await other.readDraft('a')).toBeNull();
    expect((await (await visit()).readVisited()).size).toBe(0);
  });

  test('keeps a row it cannot read aside when everything is read', async () => {
    const record = await visit();
    const database = await openDB('await-points');
    await database.put('answers', { first: 'damaged' }, 'q');
    await record.writeAnswer('p', answer);
    expect((await record.readContents()).answers).toEqual({ p: answer });
    expect(await database.getAll('set-aside')).toMatchObject([{ store: 'answers', id: 'q' }]);
    database.close();
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

  test('is amended and cleared in memory when the browser refuses storage', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('private mode', 'SecurityError');
    });
    const record = await visit();
    await record.writeDraft('a', draft);
    await record.amendContents((kept) => ({ ...kept, answers: { q: answer } }));
    expect(await record.readContents()).toMatchObject({ drafts: { a: draft }, answers: { q: answer } });
    await record.clear();
    expect(await record.readAnswer('q')).toBeNull();
  });

  test('changes no row, and keeps all in memory, when an amendment does not fit', async () => {
    const record = await visit();
    await record.writeDraft('a', draft);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await record.amendContents((kept) => ({ ...kept, drafts: {}, answers: { q: answer } }));
    put.mockRestore();
    expect(record.notice).toContain('full');
    expect(await record.readAnswer('q')).toEqual(answer);
    const stored = await visit();
    expect(await stored.readAnswer('q')).toBeNull();
    expect(await stored.readDraft('a')).toEqual(draft);
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
