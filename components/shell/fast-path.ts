/**
 * The fast path through the seven steps: whether this reader is on it. Everything deeper is then folded to one
 * line, and the way on follows the steps. The choice belongs to the record; a copy of it stands where a script
 * can read it before the first paint.
 */
import { openRecord } from '@/lib/progress/open-record';
import type { LearnerRecord } from '@/lib/progress/record';

export const paths = ['whole', 'fast'] as const;
export type Path = (typeof paths)[number];

/** In the browser's storage, in the record and in an address: `?path=fast`. */
const KEY = 'path';
const listeners = new Set<() => void>();

/** Runs inline before the first paint. Written small, because every page carries it. */
export const fastPathScript = `{let p=new URLSearchParams(location.search).get('${KEY}');try{p??=localStorage.getItem('${KEY}')}catch{}if(p==='fast')document.documentElement.dataset.path=p}`;

/** Runs inline inside each section off the fast path, before its content is there to be painted. */
export const foldScript = `if(document.documentElement.dataset.path==='fast')document.currentScript.parentElement.open=false`;

const isPath = (value: string | null): value is Path => paths.some((path) => path === value);

export function readPath(): Path {
  return document.documentElement.dataset.path === 'fast' ? 'fast' : 'whole';
}

/** Shows the page as it is on this path. */
export function applyPath(path: Path): void {
  if (path === readPath()) return;
  if (path === 'fast') document.documentElement.dataset.path = path;
  else delete document.documentElement.dataset.path;
  for (const section of document.querySelectorAll<HTMLDetailsElement>('details[data-deeper]')) {
    section.open = path === 'whole';
  }
  for (const listener of listeners) listener();
}

/** Applies the path at once and keeps it where the browser allows. */
export async function choosePath(path: Path): Promise<void> {
  applyPath(path);
  remember(path);
  await (await openRecord()).writePreference(KEY, path);
}

/** The kept path; null when there is none. What the page's address asks for is kept first, and taken from it. */
export async function keptPath(record: LearnerRecord): Promise<Path | null> {
  const address = new URL(location.href);
  const asked = address.searchParams.get(KEY);
  if (isPath(asked)) {
    address.searchParams.delete(KEY);
    history.replaceState(history.state, '', address);
    remember(asked);
    await record.writePreference(KEY, asked);
  }
  const kept = await record.readPreference(KEY);
  return isPath(kept) ? kept : null;
}

/** Calls back when this page turns to another path. */
export function subscribeToPath(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps the copy for the next page's first paint. */
export function remember(path: Path): void {
  try {
    localStorage.setItem(KEY, path);
  } catch {
    // The next page then turns to the path once it has read the record.
  }
}
