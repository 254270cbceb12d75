'use client';
/** The live timeline of a run: play it, step through it, scrub it, read it. It never runs anything again. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { changeAt } from '@/lib/trace/axis';
import { holdSentence } from '@/lib/trace/blocking';
import { type LineMark, lineMarksAt } from '@/lib/trace/line-marks';
import { groupsPassing, isFiltering } from '@/lib/trace/run-filter';
import type { Trace } from '@/lib/trace/schema';
import { type AuthoredStop, resolveStops } from '@/lib/trace/stops';
import type { Place } from '@/lib/trace/timeline';
import type { ViewLink } from '@/lib/trace/view-link';
import { BetNotes } from './bet-flags';
import { seek } from './controls';
import { labelWidth } from './figure';
import { figureMarks } from './figure-marks';
import { FullScreenContext, useFullScreen } from './full-screen';
import { Group } from './group';
import { Keys } from './keys';
import { FilterNotice, Minimap, SelectionPanel, Tools } from './lazy-tools';
import { Legend } from './legend';
import { followLink, type RunOrigin } from './linking';
import styles from './live.module.css';
import { LiveFigure } from './live-figure';
import { Load } from './load';
import { lookAtBeginning } from './looking';
import { Notices } from './notices';
import { NowPanel } from './now-panel';
import { type Run, runOf } from './run';
import { SelectionStatus } from './selection-status';
import { StopCaption } from './stop-caption';
import { StoryTable } from './story-table';
import { Toolbar } from './toolbar';
import { Transport } from './transport';
import { usePlayback } from './use-playback';
import { useView, ViewStore } from './view-store';
import { useWhole } from './whole';

export type TimelineProps = {
  readonly trace: Trace;
  /** Give one to move the playhead from outside (see walkLine in controls), or to keep it across mounts. */
  readonly view?: ViewStore;
  readonly stops?: readonly AuthoredStop[];
  /** Called with what the editor should mark, each time it changes. */
  readonly onMarks?: (marks: readonly LineMark[]) => void;
  readonly onSelectPlace?: (place: Place) => void;
  /** Where a link can lead to; without it, only the trace itself can be handed on. */
  readonly origin?: RunOrigin | undefined;
  /** What to look at first. */
  readonly link?: ViewLink | null;
  /** Whether the tools are shown from the beginning. */
  readonly tools?: boolean;
};

/** So many sentences about blocking are read; of more, the longest holds. */
const MOST_HOLDS = 6;
const NO_STOPS: readonly AuthoredStop[] = [];
/** Groups beyond this many start folded. */
const OPEN_GROUPS = 4;
/** So many requests need the strip that shows where among them one looks. */
const MANY_GROUPS = 12;

export function Timeline({
  trace,
  view,
  stops: authored = NO_STOPS,
  onMarks,
  onSelectPlace,
  origin,
  link = null,
  tools: toolsFirst = false,
}: TimelineProps) {
  const [ownStore] = useState(() => new ViewStore());
  const store = view ?? ownStore;
  const root = useRef<HTMLDivElement>(null);
  const fullScreen = useFullScreen(root);
  const run = useMemo(() => runOf(trace), [trace]);
  const stops = useMemo(() => resolveStops(run.timeline, authored), [run, authored]);
  const figure = useFigure(store, run);
  const tab = useView(store, (state) => state.tab);
  const tools = useView(store, (state) => state.tools);
  const filtering = useView(store, (state) => isFiltering(state.filter));
  const selecting = useView(store, (state) => state.selection !== null);
  useLayoutEffect(() => {
    store.restart(initiallyFolded(run));
    if (link !== null) followLink(store, run, link);
  }, [store, run, link]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lanes are there once the figure is shown.
  useLayoutEffect(() => {
    const lanes = root.current?.querySelector<HTMLElement>('[data-playhead-lane]');
    const isUntouched = !store.view.touched && store.viewport.isWhole;
    if (isUntouched) lookAtBeginning(store, run, lanes?.offsetWidth ?? 0);
  }, [store, run, tab]);
  useLayoutEffect(() => {
    if (toolsFirst && !isNarrow()) store.change({ tools: true });
  }, [store, toolsFirst]);
  usePlayback(store, run, stops);
  useMarks(store, run, onMarks);
  return (
    <FullScreenContext value={fullScreen}>
      <Group
        ref={root}
        label="Timeline of the run"
        className={`${styles.timeline} @container`}
        data-full={fullScreen.on || undefined}
      >
        <Toolbar store={store} run={run} />
        {(tools || fullScreen.on) && <Tools store={store} run={run} figure={figure} origin={origin} />}
        <Notices trace={trace} />
        <StopCaption store={store} stops={stops} />
        {filtering && <FilterNotice store={store} run={run} />}
        {tab === 'figure' ? (
          <>
            <LiveFigure store={store} run={run} figure={figure} stops={stops} onSelectPlace={onSelectPlace} />
            <Overview store={store} run={run} />
          </>
        ) : (
          <StoryTable store={store} run={run} onSelectPlace={onSelectPlace} />
        )}
        <Transport store={store} run={run} />
        <SelectionStatus store={store} run={run} figure={figure} />
        {tab === 'figure' && selecting && (
          <SelectionPanel store={store} run={run} figure={figure} onSelectPlace={onSelectPlace} />
        )}
        <BetNotes store={store} run={run} />
        <NowPanel store={store} run={run} onSelectPlace={onSelectPlace} />
        <Holds store={store} run={run} />
        <Load store={store} run={run} label={labelWidth(figure)} />
        <Legend>
          <Keys />
        </Legend>
      </Group>
    </FullScreenContext>
  );
}

/** The whole run in a strip, where only a part of it is looked at. */
function Overview({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const whole = useWhole(store, run);
  const tools = useView(store, (view) => view.tools);
  if (whole && !tools && run.timeline.groups.length <= MANY_GROUPS) return null;
  return <Minimap store={store} run={run} />;
}

/** What blocking cost, each with the way to it. */
function Holds({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const { holds } = run.timeline;
  if (holds.length === 0) return null;
  const longest = [...holds].sort((one, other) => other.duration - one.duration).slice(0, MOST_HOLDS);
  const told = holds.filter((hold) => longest.includes(hold));
  return (
    <ul className="grid gap-1.5" aria-label="What blocked the loop">
      {told.map((hold) => (
        <li key={hold.begin} className="flex items-baseline gap-3 border-l-4 border-danger pl-3 text-sm">
          <span className="flex-1">{holdSentence(run.timeline, hold)}</span>
          <button
            type="button"
            className="min-h-6 text-accent underline underline-offset-2 print:hidden"
            onClick={() => seek(store, hold.begin)}
            aria-label={`Show: ${holdSentence(run.timeline, hold)}`}
          >
            Show
          </button>
        </li>
      ))}
      {told.length < holds.length && (
        <li className="text-sm text-ink-soft">
          These are the {told.length} longest of {holds.length.toLocaleString('en')}. The tools lead to each
          of them.
        </li>
      )}
    </ul>
  );
}

/** The marks in as much detail as the view asks for. */
export function useFigure(store: ViewStore, { timeline }: Run) {
  const filter = useView(store, (view) => view.filter);
  const folded = useView(store, (view) => view.folded);
  const plumbing = useView(store, (view) => view.plumbing);
  const openBatches = useView(store, (view) => view.openBatches);
  const threadsOpen = useView(store, (view) => view.threadsOpen);
  const shown = useMemo(() => groupsPassing(timeline, filter), [timeline, filter]);
  return useMemo(
    () => figureMarks(timeline, { shown, folded, plumbing, openBatches, threadsOpen }),
    [timeline, shown, folded, plumbing, openBatches, threadsOpen],
  );
}

function initiallyFolded(run: Run): ReadonlySet<number> {
  const open = isNarrow() ? 1 : OPEN_GROUPS;
  return new Set(run.timeline.groups.map((group) => group.index).filter((index) => index >= open));
}

const isNarrow = (): boolean => window.matchMedia?.('(max-width: 40rem)').matches ?? false;

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
