/** What buttons and keys do to the playhead. */
import { timelineKeys } from '@/lib/shortcuts/keys';
import { pressed, type Stroke } from '@/lib/shortcuts/pressed';
import { fractionAt, positionAt } from '@/lib/trace/axis';
import { nextOnLine } from '@/lib/trace/line-marks';
import { nextMoment, previousMoment } from '@/lib/trace/moments';
import type { Trace } from '@/lib/trace/schema';
import type { Place } from '@/lib/trace/timeline';
import { lookAtAll, panBack, panForward, ZOOM_STEP, zoom } from './looking';
import { axisShown, type Run, runOf } from './run';
import type { ViewStore } from './view-store';

export type Direction = 'forward' | 'back';

/** Moves the playhead there and stops playing. */
export function seek(store: ViewStore, position: number): void {
  if (store.view.playing) store.change({ playing: false });
  store.seek(position);
}

/** Like `seek`, while a finger or a key held down goes on moving it. */
export function scrub(store: ViewStore, run: Run, fraction: number): void {
  if (store.view.playing) store.change({ playing: false });
  store.seek(positionAt(axisShown(run, store.view), fraction), true);
}

/** To the next or previous event: a headline, or any event while the plumbing is shown. */
export function step(store: ViewStore, run: Run, direction: Direction): void {
  jump(store, run, store.view.plumbing ? run.moments.all : run.moments.headlines, direction);
}

/** To the next or previous hand-over of the loop. */
export function stepHandOver(store: ViewStore, run: Run, direction: Direction): void {
  jump(store, run, run.moments.handOvers, direction);
}

function jump(store: ViewStore, run: Run, stops: Uint32Array | Float64Array, direction: Direction): void {
  const { position } = store;
  const found = direction === 'forward' ? nextMoment(stops, position) : previousMoment(stops, position);
  seek(store, found ?? (direction === 'forward' ? run.timeline.end : 0));
}

/** Where the playhead stands on the axis that is shown, from 0 to 1. */
export function fractionOf(store: ViewStore, run: Run): number {
  return fractionAt(axisShown(run, store.view), store.position);
}

export function togglePlaying(store: ViewStore, run: Run): void {
  if (!store.view.playing && store.position >= run.timeline.end) store.seek(0);
  store.change({ playing: !store.view.playing, touched: true });
}

/** From the editor: each call goes to the next event on that line. False when nothing ever happened there. */
export function walkLine(store: ViewStore, trace: Trace, place: Place): boolean {
  const { timeline } = runOf(trace);
  const from = store.view.touched ? Math.floor(store.position) : -1;
  const moment = nextOnLine(timeline, place, from);
  if (moment !== null) seek(store, moment);
  return moment !== null;
}

const ACTIONS: Readonly<Record<keyof typeof timelineKeys, (store: ViewStore, run: Run) => void>> = {
  step: (store, run) => step(store, run, 'forward'),
  stepBack: (store, run) => step(store, run, 'back'),
  handOver: (store, run) => stepHandOver(store, run, 'forward'),
  handOverBack: (store, run) => stepHandOver(store, run, 'back'),
  start: (store) => seek(store, 0),
  end: (store, run) => seek(store, run.timeline.end),
  play: togglePlaying,
  zoomIn: (store, run) => zoom(store, run, ZOOM_STEP),
  zoomOut: (store, run) => zoom(store, run, 1 / ZOOM_STEP),
  left: panBack,
  right: panForward,
  whole: lookAtAll,
};

/** Does what a key stroke asks for; true when it was one of ours. */
export function pressKey(store: ViewStore, run: Run, stroke: Stroke): boolean {
  const name = pressed(timelineKeys, stroke);
  if (name !== null) ACTIONS[name](store, run);
  return name !== null;
}
