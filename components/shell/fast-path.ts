/**
 * The fast path through the seven steps: whether this reader is on it. Everything deeper is then folded to one
 * line, and the way on follows the steps.
 */
import type { LearnerRecord } from '@/lib/progress/record';
import { copyPreference, keepPreference, unwrittenPreference } from './preference';

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

function applyPath(path: Path): void {
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
  // What the address asked for is answered by that, whether it was kept already or not.
  takeFromAddress();
  await keepPreference(KEY, path);
}

/** Applies the path that the record holds, where the copy of another day says something else. */
export function followPath(path: Path): void {
  applyPath(path);
  copyPreference(KEY, path);
}

/** The kept path; null when there is none. What the page's address asks for is kept first, and taken from it. */
export async function keptPath(record: LearnerRecord): Promise<Path | null> {
  const asked = takeFromAddress() ?? unwrittenPreference(KEY);
  if (isPath(asked)) await keepPreference(KEY, asked);
  const stored = await record.readPreference(KEY);
  // What was chosen meanwhile is newer than what was read.
  const kept = unwrittenPreference(KEY) ?? stored;
  return isPath(kept) ? kept : null;
}

/** What the address asks for, which from then on it does not; null where it asks for no path. */
function takeFromAddress(): Path | null {
  const address = new URL(location.href);
  const asked = address.searchParams.get(KEY);
  if (!isPath(asked)) return null;
  address.searchParams.delete(KEY);
  history.replaceState(history.state, '', address);
  return asked;
}

/** Calls back when this page turns to another path. */
export function subscribeToPath(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
