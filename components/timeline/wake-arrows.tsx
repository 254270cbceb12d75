'use client';
/**
 * Why somebody goes on, as arrows: from an await to what ended it, from there to whom it woke, and on to where that
 * one had the loop again. Only for the selected mark and for those at the playhead: all of them would be a thicket.
 */
import { useId, useMemo } from 'react';
import { changeAt } from '@/lib/trace/axis';
import { fractionIn, type Scale } from '@/lib/trace/axis-window';
import { holderAt } from '@/lib/trace/state-at';
import type { Timeline } from '@/lib/trace/timeline';
import { tileAt } from '@/lib/trace/tracks';
import { groupOfEvent, type Wait, waitAt } from '@/lib/trace/wakes';
import { homeOf } from './figure-marks';
import type { FigureMarks, Row } from './figure-model';
import styles from './live.module.css';
import type { Run } from './run';
import { selectedIn } from './selecting';
import { useReading, useView, type ViewStore } from './view-store';

/** So many who are ready at the playhead have their arrows; who holds the loop has them as well. */
const MOST_READY = 2;
/** A row's height in the arrows' own units: what it is in pixels, but on a phone. */
const PITCH = 34;
/** The way to a cause runs under the bar of its row. */
const UNDER = 11;
/** Arrows shorter than this are points, in pixels. */
const SHORTEST = 6;

export function WakeArrows({
  store,
  run,
  figure,
  scale,
  pixels,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly figure: FigureMarks;
  readonly scale: Scale;
  readonly pixels: number;
}) {
  const id = useId();
  const { timeline } = run;
  const touched = useView(store, (view) => view.touched);
  useView(store, (view) => view.selection);
  const change = useReading(store, (position) => changeAt(timeline, position));
  const rows = useMemo(() => new Map(figure.rows.map((row) => [row.key, row])), [figure]);
  const selected = selectedIn(figure, store)?.mark;
  const waits = selected
    ? [waitAt(timeline, selected.group, selected.from)]
    : touched
      ? waitsNear(timeline, figure, change)
      : [];
  const arrows = waits.flatMap((wait) =>
    wait === null ? [] : arrowsOf(timeline, wait, rows, scale, pixels),
  );
  if (arrows.length === 0 || pixels === 0) return null;
  return (
    <svg
      className={styles.arrows}
      viewBox={`0 0 ${pixels} ${figure.height * PITCH}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <defs>
        <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0.5L8 4L0 7.5Z" />
        </marker>
      </defs>
      {arrows.map(({ d, part }) => (
        <g key={`${part} ${d}`} data-part={part}>
          <path d={d} className={styles.halo} />
          <path d={d} markerEnd={part === 'await' ? undefined : `url(#${id})`} />
        </g>
      ))}
    </svg>
  );
}

/** Of who holds the loop, and of the first who could. */
function waitsNear(timeline: Timeline, figure: FigureMarks, moment: number): readonly (Wait | null)[] {
  const holder = timeline.loop && holderAt(timeline, timeline.loop, moment)?.group;
  const ready: number[] = [];
  for (const { kind, group } of figure.rows) {
    const track = timeline.groups[group]?.track;
    if (kind !== 'request' || track === undefined || group === holder?.index) continue;
    if (track.state[tileAt(track, moment)] === 'ready') ready.push(group);
    if (ready.length === MOST_READY) break;
  }
  return [...(holder ? [holder.index] : []), ...ready].map((group) => waitAt(timeline, group, moment));
}

type Arrow = { readonly d: string; readonly part: 'await' | 'wake' | 'resume' };

function arrowsOf(
  timeline: Timeline,
  { group, suspend, cause, ready, resume }: Wait,
  rows: ReadonlyMap<string, Row>,
  scale: Scale,
  pixels: number,
): readonly Arrow[] {
  const home = homeOf(timeline, group, suspend ?? ready ?? 0, rows);
  if (home === undefined || ready === null) return [];
  const x = (position: number) => fractionIn(scale, position) * pixels;
  const from = cause === null ? undefined : rowOfEvent(timeline, cause, rows);
  const [y, there] = [middleOf(home), from === undefined ? null : middleOf(from)];
  const arrows: Arrow[] = [];
  if (suspend !== null && cause !== null && there !== null && there !== y) {
    arrows.push(
      { d: elbow(x(suspend), y, x(cause.seq), there + UNDER), part: 'await' },
      { d: curve(x(cause.seq), there, x(ready), y), part: 'wake' },
    );
  } else if (suspend !== null && x(ready) - x(suspend) > SHORTEST) {
    const middle = (x(suspend) + x(ready)) / 2;
    arrows.push({
      d: `M${point(x(suspend), y)}Q${point(middle, y - PITCH)}${point(x(ready), y)}`,
      part: 'wake',
    });
  }
  if (resume !== null && x(resume) - x(ready) > SHORTEST) {
    arrows.push({ d: `M${point(x(ready), y)}H${round(x(resume))}`, part: 'resume' });
  }
  return arrows;
}

/** Where an event happened: in the lane of its thread, else where its request stood. */
function rowOfEvent(
  timeline: Timeline,
  event: NonNullable<Wait['cause']>,
  rows: ReadonlyMap<string, Row>,
): Row | undefined {
  return (
    rows.get(`thread-${event.thread}`) ?? homeOf(timeline, groupOfEvent(timeline, event), event.seq, rows)
  );
}

const middleOf = ({ top }: Row): number => (top + 0.5) * PITCH;
const round = (length: number): number => Math.round(length * 10) / 10;
const point = (x: number, y: number): string => ` ${round(x)} ${y}`;

/** Straight to another row, and along it: time goes on only to the right. */
function elbow(x: number, y: number, toX: number, toY: number): string {
  return `M${point(x, y)}V${round(toY)}H${round(toX)}`;
}

/** Leaves a row and comes to another along time, so that it never goes back. */
function curve(x: number, y: number, toX: number, toY: number): string {
  const middle = (x + toX) / 2;
  return `M${point(x, y)}C${point(middle, y)}${point(middle, toY)}${point(toX, toY)}`;
}
