/** The record as a whole: all rows of all stores, read, listed and put together. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { SET_ASIDE, stores } from './database';
import type { RecordContents, StoreName } from './record';
import { parsers } from './rows';

/** A row of the record, in whatever state it is. */
export type Entry = { readonly store: StoreName; readonly id: string; readonly row: unknown };

/** Every row within a transaction over all stores, unread. */
export async function readEntries<Mode extends IDBTransactionMode>(
  work: IDBPTransaction<unknown, ArrayLike<string>, Mode>,
): Promise<readonly Entry[]> {
  const byStore = await Promise.all(
    stores.map(async (store) => {
      const [keys, rows] = await Promise.all([
        work.objectStore(store).getAllKeys(),
        work.objectStore(store).getAll(),
      ]);
      return keys.map((key, index): Entry => ({ store, id: String(key), row: rows[index] }));
    }),
  );
  return byStore.flat();
}

/** The rows that can be read, in their places, and those that cannot. */
export function contentsOf(entries: readonly Entry[]): {
  readonly contents: RecordContents;
  readonly unreadable: readonly Entry[];
} {
  const read = entries.map((entry) => ({ ...entry, value: parsers[entry.store](entry.row) }));
  const rowsOf = (store: StoreName) =>
    read.filter((entry) => entry.store === store && entry.value !== null).map(({ id, value }) => [id, value]);
  return {
    contents: Object.fromEntries(
      stores.map((store) => [store, Object.fromEntries(rowsOf(store))]),
    ) as RecordContents,
    unreadable: read.filter(({ value }) => value === null),
  };
}

/** The rows of a record, one by one. */
export function entriesOf(contents: RecordContents): readonly Entry[] {
  return stores.flatMap((store) => Object.entries(contents[store]).map(([id, row]) => ({ store, id, row })));
}

/** Moves rows that cannot be read out of the way without losing them. */
export async function setAside(database: IDBPDatabase, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const move = database.transaction([...stores, SET_ASIDE], 'readwrite');
  for (const { store, id, row } of entries) {
    await move.objectStore(SET_ASIDE).add({ store, id, row, at: Date.now() });
    await move.objectStore(store).delete(id);
  }
  await move.done;
}
