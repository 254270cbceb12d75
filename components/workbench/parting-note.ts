/**
 * What was typed in the last moment before the page goes. The record writes asynchronously and a page that
 * is being left does not wait for it; this is written at once, and taken over on the next visit.
 */
import type { Files } from '@/lib/progress/record';

const key = (id: string) => `await-points:unsaved:${id}`;

/** Keeps texts, of all files or of some, that the record does not have yet, where the browser lets us. */
export function leaveNote(id: string, files: Files): void {
  try {
    localStorage.setItem(key(id), JSON.stringify(files));
  } catch {
    // Storage is refused or full: then the record is not kept either, and its notice says so.
  }
}

export function hasNote(id: string): boolean {
  try {
    return localStorage.getItem(key(id)) !== null;
  } catch {
    return false;
  }
}

/** The texts of the last note, which is gone then; null when there was none. */
export function takeNote(id: string): Files | null {
  try {
    const note: unknown = JSON.parse(localStorage.getItem(key(id)) ?? 'null');
    localStorage.removeItem(key(id));
    return isFiles(note) ? note : null;
  } catch {
    return null;
  }
}

function isFiles(value: unknown): value is Files {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((source) => typeof source === 'string')
  );
}
