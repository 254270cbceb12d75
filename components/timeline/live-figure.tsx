'use client';
/** The figure, alive: it is looked at through a window, its marks can be clicked, its rows folded. */
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo, useRef } from 'react';
import { usePrinting } from '@/components/ui/printing';
import { laneKeys } from '@/lib/shortcuts/keys';
import { pressed, type Stroke } from '@/lib/shortcuts/pressed';
import { lengthOf, positionIn, type Scale } from '@/lib/trace/axis-window';
import type { Stop } from '@/lib/trace/stops';
import type { Place } from '@/lib/trace/timeline';
import { BetFlags } from './bet-flags';
import { pressKey, seek } from './controls';
import { Figure } from './figure';
import figureStyles from './figure.module.css';
import type { FigureMarks } from './figure-model';
import { foldRow } from './folding';
import { useGestures } from './gestures';
import { Group } from './group';
import { PaintedLoop, PaintedRows } from './lazy-tools';
import styles from './live.module.css';
import { Playhead } from './playhead';
import { axisShown, type Run } from './run';
import { clearSelection, select, selectNeighbour, selectRow } from './selecting';
import { SelectionFrame } from './selection-frame';
import { inSight, spanCount } from './sight';
import { useDrawn, useMovedStage, useRowsInSight, useWidth } from './stage';
import { useView, type ViewStore } from './view-store';
import { WakeArrows } from './wake-arrows';

/**
 * Beyond so many spans in sight, rows are painted on a canvas: turning to another page of them, or coming closer,
 * then fits into a frame or two. On paper elements are sharper, and nothing moves.
 */
const MOST_ELEMENTS = 400;
const MOST_ELEMENTS_PRINTED = 2000;

export function LiveFigure({
  store,
  run,
  figure,
  stops,
  onSelectPlace,
  over,
  label,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly figure: FigureMarks;
  readonly stops: readonly Stop[];
  readonly onSelectPlace?: ((place: Place) => void) | undefined;
  /** Drawn over the rows, placed like their marks. */
  readonly over?: (scale: Scale) => ReactNode;
  /** The width of the labels, see Figure. */
  readonly label?: string;
}) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const lane = useRef<HTMLDivElement>(null);
  const band = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => [head, body], []);
  const axis = useView(store, (view) => axisShown(run, view));
  const drawn = useDrawn(store.viewport, axis);
  const width = useWidth(lane);
  const rows = useRowsInSight(scroller, body, figure.height);
  const pixels = drawn.looked > 0 ? (width * (drawn.window.end - drawn.window.start)) / drawn.looked : width;
  const looked = drawn.looked / lengthOf(drawn.window);
  const seen = useMemo(() => inSight(figure, rows, drawn, pixels), [figure, rows, drawn, pixels]);
  const spans = useMemo(() => spanCount(seen), [seen]);
  const isPrinting = usePrinting();
  const isPainted = spans > (isPrinting ? MOST_ELEMENTS_PRINTED : MOST_ELEMENTS);
  useMovedStage(store.viewport, drawn, parts);
  useGestures(store, run, lane, band);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (pressLaneKey(store, run, figure, event) || pressKey(store, run, event)) event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || event.target.closest('button')) return;
    const mark = event.target.closest<HTMLElement | SVGElement>('[data-moment]');
    if (mark) {
      const { file, line, moment } = mark.dataset;
      const row = mark.closest<HTMLElement>('[data-row]')?.dataset.row;
      if (row === undefined) seek(store, Number(moment));
      else select(store, run, row, Number(moment));
      if (file !== undefined && line !== undefined) onSelectPlace?.({ file, line: Number(line) });
      return;
    }
    const plot = lane.current?.getBoundingClientRect();
    if (!plot || event.clientX < plot.left) return;
    const scale = { axis, window: store.viewport.windowOf(axis) };
    seek(store, positionIn(scale, Math.min((event.clientX - plot.left) / plot.width, 1)));
  };
  return (
    // The keys and the clicks here are shortcuts: everything they do, buttons and the story do as well.
    <Group
      ref={scroller}
      className={`${figureStyles.figure} ${styles.figure}`}
      label="Lanes of the event loop, the requests and the threads. Arrow keys step, W and S zoom, A and D move along, comma and full stop walk from mark to mark."
      scrolls
      data-lanes=""
      data-spans={spans}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <Figure
        timeline={run.timeline}
        marks={seen}
        scale={drawn}
        stops={stops}
        id={id}
        {...(label === undefined ? {} : { label })}
        onFold={(row) => foldRow(store, row)}
        stage={{
          pixels,
          looked: drawn.looked,
          head,
          body,
          painted: isPainted
            ? {
                loop: seen.loop && (
                  <PaintedLoop loop={seen.loop} scale={drawn} pixels={pixels} looked={looked} />
                ),
                rows: <PaintedRows figure={seen} scale={drawn} pixels={pixels} looked={looked} />,
              }
            : null,
        }}
        over={
          <>
            <SelectionFrame store={store} figure={figure} scale={drawn} />
            <WakeArrows store={store} run={run} figure={figure} scale={drawn} pixels={pixels} />
            <BetFlags run={run} scale={drawn} />
            {over?.(drawn)}
          </>
        }
      >
        <Playhead store={store} run={run} lane={lane}>
          <div ref={band} className={styles.band} hidden />
        </Playhead>
      </Figure>
    </Group>
  );
}

type LaneAction = (store: ViewStore, run: Run, figure: FigureMarks) => void;
const LANE_ACTIONS: Readonly<Record<keyof typeof laneKeys, LaneAction>> = {
  nextMark: (store, run, figure) => selectNeighbour(store, run, figure, 1),
  previousMark: (store, run, figure) => selectNeighbour(store, run, figure, -1),
  nextRow: (store, run, figure) => selectRow(store, run, figure, 1),
  previousRow: (store, run, figure) => selectRow(store, run, figure, -1),
  unselect: (store) => clearSelection(store),
};

function pressLaneKey(store: ViewStore, run: Run, figure: FigureMarks, stroke: Stroke): boolean {
  const name = pressed(laneKeys, stroke);
  if (name !== null) LANE_ACTIONS[name](store, run, figure);
  return name !== null;
}
