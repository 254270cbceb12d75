'use client';
/** The live timeline of a run: play it, step through it, scrub it, read it. It never runs anything again. */
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useState } from 'react';
import { changeAt } from '@/lib/trace/axis';
import { holdSentence } from '@/lib/trace/blocking';
import { type LineMark, lineMarksAt } from '@/lib/trace/line-marks';
import type { Trace } from '@/lib/trace/schema';
import { type AuthoredStop, resolveStops, type Stop } from '@/lib/trace/stops';
import type { Place } from '@/lib/trace/timeline';
import { pressKey, seek, seekFraction } from './controls';
import { Figure } from './figure';
import figureStyles from './figure.module.css';
import { figureMarks } from './figure-marks';
import { Group } from './group';
import { Legend } from './legend';
import styles from './live.module.css';
import { Notices } from './notices';
import { NowPanel } from './now-panel';
import { play } from './player';
import { Playhead } from './playhead';
import { axisShown, type Run, runOf } from './run';
import { StopCaption } from './stop-caption';
import { StoryTable } from './story-table';
import { Toolbar } from './toolbar';
import { Transport } from './transport';
import { useView, ViewStore } from './view-store';

export type TimelineProps = {
  readonly trace: Trace;
  /** Give one to move the playhead from outside (see walkLine in controls), or to keep it across mounts. */
  readonly view?: ViewStore;
  readonly stops?: readonly AuthoredStop[];
  /** Called with what the editor should mark, each time it changes. */
  readonly onMarks?: (marks: readonly LineMark[]) => void;
  readonly onSelectPlace?: (place: Place) => void;
};

const NO_STOPS: readonly AuthoredStop[] = [];
/** Groups beyond this many start folded. */
const OPEN_GROUPS = 4;

export function Timeline({ trace, view, stops: authored = NO_STOPS, onMarks, onSelectPlace }: TimelineProps) {
  const [ownStore] = useState(() => new ViewStore());
  const store = view ?? ownStore;
  const run = useMemo(() => runOf(trace), [trace]);
  const stops = useMemo(() => resolveStops(run.timeline, authored), [run, authored]);
  const tab = useView(store, (state) => state.tab);
  useEffect(() => store.restart(initiallyFolded(run)), [store, run]);
  usePlayback(store, run, stops);
  useMarks(store, run, onMarks);
  return (
    <Group label="Timeline of the run" className="@container grid min-w-0 gap-3">
      <Toolbar store={store} />
      <Notices trace={trace} />
      <StopCaption store={store} stops={stops} />
      {tab === 'figure' ? (
        <LiveFigure store={store} run={run} stops={stops} onSelectPlace={onSelectPlace} />
      ) : (
        <StoryTable store={store} run={run} onSelectPlace={onSelectPlace} />
      )}
      <Transport store={store} run={run} />
      <NowPanel store={store} run={run} onSelectPlace={onSelectPlace} />
      <Holds store={store} run={run} />
      <Legend />
    </Group>
  );
}

function LiveFigure({
  store,
  run,
  stops,
  onSelectPlace,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly stops: readonly Stop[];
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  const id = useId();
  const axis = useView(store, (view) => view.axis);
  const zoom = useView(store, (view) => view.zoom);
  const folded = useView(store, (view) => view.folded);
  const plumbing = useView(store, (view) => view.plumbing);
  const marks = useMemo(() => figureMarks(run.timeline, { folded, plumbing }), [run, folded, plumbing]);
  const fold = (group: number) => {
    const next = new Set(store.view.folded);
    if (!next.delete(group)) next.add(group);
    store.change({ folded: next });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (pressKey(store, run, event.key)) event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || event.target.closest('button')) return;
    const mark = event.target.closest<HTMLElement | SVGElement>('[data-moment]');
    if (mark) {
      seek(store, Number(mark.dataset.moment));
      const { file, line } = mark.dataset;
      if (file !== undefined && line !== undefined) onSelectPlace?.({ file, line: Number(line) });
      return;
    }
    const lane = event.currentTarget.querySelector('[data-playhead-lane]')?.getBoundingClientRect();
    if (lane && event.clientX >= lane.left)
      seekFraction(store, run, (event.clientX - lane.left) / lane.width);
  };
  return (
    // The keys and the clicks here are shortcuts: everything they do, the transport and the story do as well.
    <Group
      className={`${figureStyles.figure} ${styles.figure}`}
      style={{ '--zoom': zoom } as React.CSSProperties}
      label="Lanes of the event loop, the requests and the threads. Arrow keys step."
      scrolls
      data-scroller=""
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <Figure
        timeline={run.timeline}
        marks={marks}
        axis={axisShown(run, { axis, plumbing })}
        stops={stops}
        id={id}
        onFold={fold}
      >
        <Playhead store={store} run={run} />
      </Figure>
    </Group>
  );
}

/** What blocking cost, each with the way to it. */
function Holds({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  if (run.timeline.holds.length === 0) return null;
  return (
    <ul className="grid gap-1.5" aria-label="What blocked the loop">
      {run.timeline.holds.map((hold) => (
        <li key={hold.begin} className="flex items-baseline gap-3 border-l-4 border-danger pl-3 text-sm">
          <span className="flex-1">{holdSentence(run.timeline, hold)}</span>
          <button
            type="button"
            className="min-h-6 text-accent underline underline-offset-2"
            onClick={() => seek(store, hold.begin)}
            aria-label={`Show: ${holdSentence(run.timeline, hold)}`}
          >
            Show
          </button>
        </li>
      ))}
    </ul>
  );
}

function initiallyFolded(run: Run): ReadonlySet<number> {
  const narrow = window.matchMedia?.('(max-width: 40rem)').matches ?? false;
  const open = narrow ? 1 : OPEN_GROUPS;
  return new Set(run.timeline.groups.map((group) => group.index).filter((index) => index >= open));
}

function usePlayback(store: ViewStore, run: Run, stops: readonly Stop[]): void {
  const playing = useView(store, (view) => view.playing);
  useEffect(() => {
    if (!playing) return;
    const reducedMotion = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
    return play(store, run, { stops, reducedMotion });
  }, [store, run, stops, playing]);
}

/** Tells the editor what to mark. Runs outside rendering: marks change with the moment, not with the frame. */
function useMarks(store: ViewStore, run: Run, onMarks: TimelineProps['onMarks']): void {
  useEffect(() => {
    if (onMarks === undefined) return;
    let told = '';
    const tell = () => {
      const marks = store.view.touched
        ? lineMarksAt(run.timeline, changeAt(run.timeline, store.position))
        : [];
      const key = JSON.stringify(marks);
      if (key === told) return;
      told = key;
      onMarks(marks);
    };
    let change = -1;
    const follow = () => {
      const now = changeAt(run.timeline, store.position);
      if (now === change && store.view.playing) return;
      change = now;
      tell();
    };
    follow();
    return store.subscribePosition(follow);
  }, [store, run, onMarks]);
}
