/** What a search found in a run, and the way from hit to hit. */
import { momentsWith } from '@/lib/trace/find-text';
import { nextMoment, previousMoment } from '@/lib/trace/moments';
import { lastAtOrBefore } from '@/lib/trace/search';
import { type Direction, seek } from './controls';
import { revealRequest } from './folding';
import { bringIntoSight } from './looking';
import type { Run } from './run';
import type { ViewStore } from './view-store';

const found = new WeakMap<Run, { readonly query: string; readonly moments: Uint32Array }>();

/** The moments that a search finds. Asking again for the same costs nothing. */
export function momentsFound(run: Run, query: string): Uint32Array {
  const known = found.get(run);
  if (known?.query === query) return known.moments;
  const moments = momentsWith(run.timeline.trace, run.story, query);
  found.set(run, { query, moments });
  return moments;
}

/** To the next or previous hit, beginning again at the other end; the row of its request is opened. */
export function goToHit(store: ViewStore, run: Run, direction: Direction): void {
  const hits = momentsFound(run, store.view.search);
  const from = store.view.touched ? Math.floor(store.position) : -1;
  const hit =
    direction === 'forward'
      ? (nextMoment(hits, from) ?? hits[0])
      : (previousMoment(hits, from) ?? hits.at(-1));
  if (hit === undefined) return;
  seek(store, hit);
  const request = run.story[hit]?.request ?? null;
  const group = run.timeline.groups.find((own) => own.request?.id === request && request !== null);
  if (group) revealRequest(store, run, group.index);
  bringIntoSight(store, run, hit);
}

/** Which hit the playhead stands on, from 1, or after; 0 before the first. */
export function hitAt(hits: Uint32Array, position: number): number {
  return lastAtOrBefore(hits, position) + 1;
}
