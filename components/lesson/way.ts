/**
 * The way into a unit that its page shows: an attribute of its article, by which CSS shows only what belongs to
 * that way. It is chosen per unit and kept; an address may ask for one, `?way=predict`, for one visit.
 */
import { copyPreference, keepPreference, unwrittenPreference } from '@/components/shell/preference';
import type { WayId } from '@/lib/course/ways';
import type { LearnerRecord } from '@/lib/progress/record';

/** In an address. */
const PARAMETER = 'way';
const listeners = new Set<() => void>();

/** In the browser's storage and in the record. */
const keyOf = (unitId: string) => `way/${unitId}`;

/**
 * Runs inline as the article's first child, before anything of it is painted. An address with a place of the
 * unit shows the whole of it, so that the place is there.
 */
export const wayScript = `{const a=document.currentScript.parentElement,d=a.dataset;let w=new URLSearchParams(location.search).get('${PARAMETER}');try{if(!w&&!location.hash)w=localStorage.getItem('way/'+d.unit)}catch{}if(w&&d.ways.split(' ').includes(w))d.way=w}`;

/** The article of this page. */
const article = () => document.querySelector<HTMLElement>('article[data-ways]');

/** Whether this page has such a way. */
function isOffered(way: string | null | undefined): way is WayId {
  return way !== null && way !== undefined && article()?.dataset.ways?.split(' ').includes(way) === true;
}

export function readWay(): WayId {
  const way = article()?.dataset.way;
  return isOffered(way) ? way : 'read';
}

/** Shows the unit this way, without keeping that. */
export function showWay(way: WayId): void {
  const page = article();
  if (page === null || way === readWay() || !isOffered(way)) return;
  page.dataset.way = way;
  for (const listener of listeners) listener();
}

/** Shows the unit this way, says so in the address, and keeps it where the browser allows. */
export async function chooseWay(unitId: string, way: WayId): Promise<void> {
  showWay(way);
  const address = new URL(location.href);
  address.hash = '';
  if (way === 'read') address.searchParams.delete(PARAMETER);
  else address.searchParams.set(PARAMETER, way);
  history.replaceState(history.state, '', address);
  await keepPreference(keyOf(unitId), way);
}

/** The kept way into a unit; null where there is none, or the address decides. */
export async function keptWay(record: LearnerRecord, unitId: string): Promise<WayId | null> {
  const stored = await record.readPreference(keyOf(unitId));
  const kept = unwrittenPreference(keyOf(unitId)) ?? stored;
  if (location.hash !== '' || new URLSearchParams(location.search).has(PARAMETER)) return null;
  return isOffered(kept) ? kept : null;
}

/** Shows the way that the record holds, where the copy of another day says something else. */
export function followWay(unitId: string, way: WayId): void {
  showWay(way);
  copyPreference(keyOf(unitId), way);
}

/** Calls back when this page turns to another way. */
export function subscribeToWay(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
