/** The record's database: its stores, and how an older one becomes the current one. */
import { type IDBPDatabase, openDB } from 'idb';
import type { StoreName } from './record';

export const stores = [
  'drafts',
  'answers',
  'exercises',
  'visits',
  'reviews',
  'preferences',
] as const satisfies readonly StoreName[];

/** Rows that could not be read are moved here instead of being lost. */
export const SET_ASIDE = 'set-aside';

const NAME = 'await-points';

/** Migration n takes a database of version n to version n + 1. Append; never edit one that was released. */
const migrations: readonly ((database: IDBPDatabase) => void)[] = [
  (database) => {
    for (const store of ['drafts', 'answers', 'exercises', 'visits']) database.createObjectStore(store);
    database.createObjectStore(SET_ASIDE, { autoIncrement: true });
  },
  (database) => {
    for (const store of ['reviews', 'preferences']) database.createObjectStore(store);
  },
];

/** Counts with the migrations: what this code writes, to the database and to a file. */
export const RECORD_VERSION = migrations.length;

/**
 * Opens the database and brings it up to date. Rejects when the browser keeps nothing for this site, or
 * when a newer version of the site has already raised the database.
 */
export function openDatabase(onLost: () => void): Promise<IDBPDatabase> {
  return openDB(NAME, RECORD_VERSION, {
    upgrade(database, oldVersion) {
      for (const migrate of migrations.slice(oldVersion)) migrate(database);
    },
    blocking(_current, _blocked, event) {
      // Another tab holds a newer site: let it upgrade, and keep this tab's rows in memory.
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}
