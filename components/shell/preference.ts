/**
 * A choice of how to read. It belongs to the record, and a copy of it stands in the browser's plain storage,
 * where an inline script finds it before the first paint.
 */
import { openRecord } from '@/lib/progress/open-record';

/** Keeps a choice where the browser allows. */
export async function keepPreference(key: string, value: string): Promise<void> {
  copyPreference(key, value);
  copyPreference(unwritten(key), value);
  await (await openRecord()).writePreference(key, value);
  try {
    if (localStorage.getItem(unwritten(key)) === value) localStorage.removeItem(unwritten(key));
  } catch {
    // It was not noted there either.
  }
}

/** Where a choice is noted until the record has it: a write under way dies with its page. */
const unwritten = (key: string) => `unwritten/${key}`;

/** A choice whose page was gone before the record had it; null when there is none. */
export function unwrittenPreference(key: string): string | null {
  try {
    return localStorage.getItem(unwritten(key));
  } catch {
    return null;
  }
}

/** Keeps the copy for the next page's first paint. */
export function copyPreference(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The next page then shows the choice once it has read the record.
  }
}

/** Where the theme stands in the browser's plain storage: the one thing there that belongs to the device. */
const DEVICE: readonly string[] = ['theme'];

/** Forgets all copies, and the notes of texts that were being written, as the record itself is cleared. */
export function forgetCopies(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!DEVICE.includes(key)) localStorage.removeItem(key);
    }
  } catch {
    // Nothing is kept there.
  }
}
