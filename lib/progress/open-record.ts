/** Opens the learner's record: IndexedDB where the browser allows it, memory where it does not. */
import type { IDBPDatabase } from 'idb';
import { openDatabase, SET_ASIDE, type StoreName } from './database';
import type { Change, LearnerRecord, Visit } from './record';
import { type Parse, parseAnswer, parseDraft, parseExercise, parseVisit } from './rows';

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

  readDraft = (id: string) => this.#read('drafts', id, parseDraft);
  readAnswer = (questionId: string) => this.#read('answers', questionId, parseAnswer);
  readExercise = (id: string) => this.#read('exercises', id, parseExercise);
  writeDraft = this.#writer('drafts');
  writeAnswer = this.#writer('answers');
  writeExercise = this.#writer('exercises');

  async readVisited(): Promise<ReadonlyMap<string, Visit>> {
    const keys = (await this.#attempt((database) => database.getAllKeys('visits'))) ?? [];
    const ids = new Set(keys.map(String));
    for (const key of this.#unstored.keys()) {
      if (key.startsWith('visits/')) ids.add(key.slice('visits/'.length));
    }
    const visits = new Map<string, Visit>();
    for (const id of ids) {
      const visit = await this.#read('visits', id, parseVisit);
      if (visit !== null) visits.set(id, visit);
    }
    return visits;
  }

  async markVisited(unitId: string, { finished = false } = {}): Promise<void> {
    const now = Date.now();
    const earlier = await this.#read('visits', unitId, parseVisit);
    const finishedAt = earlier?.finishedAt ?? (finished ? now : null);
    await this.#write('visits', unitId, { firstAt: earlier?.firstAt ?? now, latestAt: now, finishedAt });
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #writer(store: StoreName) {
    return (id: string, value: unknown) => this.#write(store, id, value);
  }

  async #read<Value>(store: StoreName, id: string, parse: Parse<Value>): Promise<Value | null> {
    const key = `${store}/${id}`;
    const row = this.#unstored.has(key)
      ? this.#unstored.get(key)
      : await this.#attempt((database) => database.get(store, id));
    if (row === undefined) return null;
    const value = parse(row);
    if (value === null) await this.#setAside(store, id, row);
    return value;
  }

  async #write(store: StoreName, id: string, value: unknown): Promise<void> {
    const key = `${store}/${id}`;
    try {
      if (this.#database === null) throw new Error('There is no database.');
      await this.#database.put(store, value, id);
      this.#unstored.delete(key);
    } catch (error) {
      this.#unstored.set(key, structuredClone(value));
      this.#warn(isFull(error) ? FULL : (this.notice ?? REFUSED));
    }
    const change: Change = { store, id };
    this.#tell(change);
    this.#channel?.postMessage(change);
  }

  async #setAside(store: StoreName, id: string, row: unknown): Promise<void> {
    this.#unstored.delete(`${store}/${id}`);
    await this.#attempt(async (database) => {
      const move = database.transaction([store, SET_ASIDE], 'readwrite');
      await move.objectStore(SET_ASIDE).add({ store, id, row, at: Date.now() });
      await move.objectStore(store).delete(id);
      await move.done;
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
