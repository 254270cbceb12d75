/** Opens the learner's record: IndexedDB where the browser allows it, memory where it does not. */
import type { IDBPDatabase } from 'idb';
import { contentsOf, type Entry, entriesOf, readEntries, setAside } from './contents';
import { openDatabase, SET_ASIDE, stores } from './database';
import type { Change, LearnerRecord, RecordContents, Rows, StoreName, Visit } from './record';
import { parsers } from './rows';

const REFUSED =
  'This browser keeps nothing for this site, so your answers and edits last only until you leave the page.';
const FULL =
  'The browser’s storage is full: what you did last is kept only until you leave the page. Freeing some space on this device helps.';
const NEWER =
  'This page is older than the one in another tab, so what you do here is kept only until you leave. Please reload it.';

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

class BrowserRecord implements LearnerRecord {
  notice: string | null = null;
  /** What could not be stored, by store and id. It wins over the database until it can. */
  readonly #unstored = new Map<string, unknown>();
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #channel: BroadcastChannel | null;
  #database: IDBPDatabase | null = null;

  constructor() {
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('await-points-record') : null;
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Change>) => this.#tell(data));
  }

  async open(): Promise<void> {
    try {
      this.#database = await openDatabase(() => {
        this.#database = null;
        this.#warn(NEWER);
      });
    } catch {
      this.#warn(REFUSED);
    }
  }

  readDraft = (id: string) => this.#read('drafts', id);
  readAnswer = (questionId: string) => this.#read('answers', questionId);
  readExercise = (id: string) => this.#read('exercises', id);
  readReview = (id: string) => this.#read('reviews', id);
  readPreference = (id: string) => this.#read('preferences', id);
  writeDraft = this.#writer('drafts');
  writeAnswer = this.#writer('answers');
  writeExercise = this.#writer('exercises');
  writeReview = this.#writer('reviews');
  writePreference = this.#writer('preferences');

  async readVisited(): Promise<ReadonlyMap<string, Visit>> {
    return new Map(Object.entries((await this.readContents()).visits));
  }

  async markVisited(unitId: string, { finished = false } = {}): Promise<void> {
    const now = Date.now();
    const earlier = await this.#read('visits', unitId);
    const finishedAt = earlier?.finishedAt ?? (finished ? now : null);
    await this.#write('visits', unitId, { firstAt: earlier?.firstAt ?? now, latestAt: now, finishedAt });
  }

  async readContents(): Promise<RecordContents> {
    const stored = await this.#attempt((database) => readEntries(database.transaction(stores)));
    const { contents, unreadable } = contentsOf([...(stored ?? []), ...this.#unstoredEntries()]);
    await this.#attempt((database) => setAside(database, unreadable));
    return contents;
  }

  async amendContents(change: (kept: RecordContents) => RecordContents): Promise<void> {
    await this.readContents();
    let amended: readonly Entry[] | null = null;
    try {
      if (this.#database === null) throw new Error('There is no database.');
      // In one transaction, so that what another tab writes meanwhile is not overwritten with older rows.
      const work = this.#database.transaction(stores, 'readwrite');
      const kept = [...(await readEntries(work)), ...this.#unstoredEntries()];
      amended = entriesOf(change(contentsOf(kept).contents));
      const puts = amended.map(({ store, id, row }) => work.objectStore(store).put(row, id));
      await Promise.all([...puts, work.done]);
      this.#unstored.clear();
    } catch (error) {
      amended ??= entriesOf(change(contentsOf(this.#unstoredEntries()).contents));
      for (const { store, id, row } of amended) this.#unstored.set(`${store}/${id}`, structuredClone(row));
      this.#warn(isFull(error) ? FULL : (this.notice ?? REFUSED));
    }
    for (const { store, id } of amended) this.#announce({ store, id });
  }

  async clear(): Promise<void> {
    const gone = entriesOf(await this.readContents());
    await this.#attempt(async (database) => {
      const work = database.transaction([...stores, SET_ASIDE], 'readwrite');
      const clears = [...stores, SET_ASIDE].map((store) => work.objectStore(store).clear());
      await Promise.all([...clears, work.done]);
    });
    this.#unstored.clear();
    for (const { store, id } of gone) this.#announce({ store, id });
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #writer<Store extends StoreName>(store: Store) {
    return (id: string, value: Rows[Store]) => this.#write(store, id, value);
  }

  async #read<Store extends StoreName>(store: Store, id: string): Promise<Rows[Store] | null> {
    const key = `${store}/${id}`;
    const row = this.#unstored.has(key)
      ? this.#unstored.get(key)
      : await this.#attempt((database) => database.get(store, id));
    if (row === undefined) return null;
    const value = parsers[store](row);
    if (value === null) {
      this.#unstored.delete(key);
      await this.#attempt((database) => setAside(database, [{ store, id, row }]));
    }
    return value;
  }

  async #write<Store extends StoreName>(store: Store, id: string, value: Rows[Store]): Promise<void> {
    const key = `${store}/${id}`;
    try {
      if (this.#database === null) throw new Error('There is no database.');
      await this.#database.put(store, value, id);
      this.#unstored.delete(key);
    } catch (error) {
      this.#unstored.set(key, structuredClone(value));
      this.#warn(isFull(error) ? FULL : (this.notice ?? REFUSED));
    }
    this.#announce({ store, id });
  }

  #unstoredEntries(): readonly Entry[] {
    return [...this.#unstored].map(([key, row]) => {
      const at = key.indexOf('/');
      // Every key is made of a store's name and an id.
      return { store: key.slice(0, at) as StoreName, id: key.slice(at + 1), row };
    });
  }

  /** What the work gives, or undefined when there is no database or it fails. */
  async #attempt<Result>(
    work: (database: IDBPDatabase) => Promise<Result>,
  ): Promise<Awaited<Result> | undefined> {
    if (this.#database === null) return undefined;
    try {
      return await work(this.#database);
    } catch (error) {
      this.#warn(isFull(error) ? FULL : REFUSED);
      return undefined;
    }
  }

  #warn(notice: string): void {
    if (this.notice === notice) return;
    this.notice = notice;
    this.#tell({ store: 'notice' });
  }

  /** Tells this tab and the others. */
  #announce(change: Change): void {
    this.#tell(change);
    this.#channel?.postMessage(change);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

let opened: Promise<LearnerRecord> | null = null;

/** The record of this page, opened once. Never rejects. */
export function openRecord(): Promise<LearnerRecord> {
  opened ??= (async () => {
    const record = new BrowserRecord();
    await record.open();
    return record;
  })();
  return opened;
}
