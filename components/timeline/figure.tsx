/**
 * The figure: loop lane, request groups with nested layers, threads. It has no state and no effects, so the
 * server draws it for a page without JavaScript and the live timeline draws the very same.
 */
import type { CSSProperties, ReactNode, RefObject } from 'react';
import { fractionIn, lengthOf, type Scale } from '@/lib/trace/axis-window';
import type { Stop } from '@/lib/trace/stops';
import type { Timeline } from '@/lib/trace/timeline';
import { DensityPile, PilePatterns } from './density-pile';
import styles from './figure.module.css';
import type { FigureMarks } from './figure-model';
import { Bars, Chips, Hatches } from './marks';
import { naturalWidth, unitsOf } from './natural-width';
import { hue, percent } from './placing';
import { RowLabel } from './row-label';
import { ticksOf } from './ruler';

/** A stack with layers nested this deep gets wider labels. */
const DEEP = 5;
/** Labels give way to the lanes where the figure stands beside code; elsewhere a short path is read whole. */
const LABEL = 'clamp(11rem, 22cqw, 13.75rem)';
/** A ruler label needs this much room, in pixels. */
const TICK_ROOM = 52;

/** The width of labels in CSS that suits all of these figures, so that what stands below each other begins in one place. */
export const labelWidth = (...figures: readonly FigureMarks[]): string =>
  figures.some(({ rows }) => rows.some((row) => row.depth >= DEEP)) ? '16rem' : LABEL;

/** Where a figure is looked at through a window: what is drawn is wider than that, and moved behind it. */
export type Stage = {
  /** Width of what is drawn, in pixels. */
  readonly pixels: number;
  /** Length of the window, in units of the axis. */
  readonly looked: number;
  readonly head: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
  /** In place of bars, boxes, connectors and chips: the same marks on a canvas. Null where there are few. */
  readonly painted: { readonly loop: ReactNode; readonly rows: ReactNode } | null;
};

export type FigureProps = {
  readonly timeline: Timeline;
  readonly marks: FigureMarks;
  readonly scale: Scale;
  readonly stops: readonly Stop[];
  /** Tells the patterns of several figures on one page apart. */
  readonly id: string;
  /** With it, rows can be folded. */
  readonly onFold?: (row: string) => void;
  readonly stage?: Stage;
  /** The width of its labels, where other figures have a say in it. */
  readonly label?: string;
  /** Drawn over the rows, placed like their marks: what is selected, how far it moved. */
  readonly over?: ReactNode;
  /** Drawn over the lanes: the playhead. */
  readonly children?: ReactNode;
};

export function Figure({
  timeline,
  marks,
  scale,
  stops,
  id,
  onFold,
  stage,
  label = labelWidth(marks),
  over,
  children,
}: FigureProps) {
  if (timeline.end === 0) return <p className={styles.empty}>Nothing happened in this run.</p>;
  const units = unitsOf(scale.axis);
  const looked = stage ? stage.looked / lengthOf(scale.window) : 1;
  const ticks = ticksOf(timeline, scale, TICK_ROOM / (stage?.pixels || naturalWidth(scale.axis)));
  const firstThread = marks.rows.find((row) => row.kind === 'thread' || row.key === 'threads')?.key;
  const [firstRow] = marks.rows;
  const custom = {
    '--units': units,
    '--label': label,
    '--flags': stops.length > 0 ? '1.25rem' : '0rem',
    '--queue': marks.loop && marks.loop.ready.length > 0 ? '1.5rem' : '0.25rem',
  } as CSSProperties;
  // Rows that are scrolled out of sight are not drawn: their room is kept above and below the others.
  const room = stage && {
    paddingTop: `calc(var(--pitch) * ${firstRow?.top ?? 0})`,
    height: `calc(var(--pitch) * ${marks.height})`,
  };
  const across = stage && { width: percent(1 / looked) };
  return (
    <div className={styles.canvas} style={custom} data-live={stage && ''}>
      <Hatches id={id} groups={timeline.groups.length} />
      {marks.rows.some((row) => row.kind === 'summary') && <PilePatterns id={id} />}
      <div className={`${styles.head} ${styles.corner}`}>
        <p className="font-semibold text-ink">Event loop</p>
        <p className={`${styles.aside} text-xs text-ink-faint`}>
          {marks.loop
            ? 'one holder at a time'
            : timeline.loops.length > 0
              ? 'temporary ones, below'
              : 'none in this run'}
        </p>
      </div>
      <div className={`${styles.head} ${styles.plot}`}>
        <div ref={stage?.head} className={styles.inner} style={across}>
          <div className={styles.ruler} data-ruler={stage && ''}>
            {ticks.map(({ at, label }) => (
              <span key={label + at} className={styles.tick} style={{ left: percent(at) }}>
                {label}
              </span>
            ))}
            {stops.map(({ position, caption }, index) => (
              <span
                key={caption}
                className={styles.stop}
                style={{ left: percent(fractionIn(scale, position)) }}
                data-moment={position}
              >
                {index + 1}
              </span>
            ))}
          </div>
          {stage?.painted?.loop ??
            (marks.loop && <LoopBars loop={marks.loop} scale={scale} looked={looked} id={id} />)}
        </div>
      </div>
      <div className={styles.labels} style={room}>
        {marks.rows.map((row) => (
          <RowLabel key={row.key} row={row} firstThread={row.key === firstThread} onFold={onFold} />
        ))}
      </div>
      <div className={`${styles.plot} ${styles.body}`}>
        <div ref={stage?.body} className={styles.inner} style={{ ...across, ...room }}>
          {stage?.painted?.rows ?? (
            <>
              <Boxes marks={marks} scale={scale} />
              <Connectors marks={marks} scale={scale} />
              {marks.rows.map((row, index) => (
                <div
                  key={row.key}
                  className={styles.row}
                  style={row.height === 1 ? undefined : { height: `calc(var(--pitch) * ${row.height})` }}
                  data-kind={row.kind}
                  data-row={stage && row.key}
                  data-first-row={(index === 0 && row.top === 0) || undefined}
                  data-first-thread={row.key === firstThread || undefined}
                >
                  {row.counts && (
                    <DensityPile counts={row.counts} scale={scale} pixels={stage?.pixels} id={id} />
                  )}
                  <Bars
                    marks={row.marks}
                    signs={row.signs}
                    life={row.life}
                    group={row.group}
                    scale={scale}
                    looked={looked}
                    id={id}
                  />
                  <Chips marks={row.marks} scale={scale} />
                </div>
              ))}
            </>
          )}
          <Shadows marks={marks} scale={scale} />
          {over}
        </div>
      </div>
      {children}
    </div>
  );
}

function LoopBars({
  loop,
  scale,
  looked,
  id,
}: {
  readonly loop: NonNullable<FigureMarks['loop']>;
  readonly scale: Scale;
  readonly looked: number;
  readonly id: string;
}) {
  return (
    <>
      <div className={styles.loop}>
        <Bars marks={loop.marks} scale={scale} looked={looked} id={id} idle />
        <Chips marks={loop.marks} scale={scale} />
      </div>
      <div className={styles.waiting}>
        {loop.ready.map(({ from, to, count, varies }) => {
          const [left, right] = [fractionIn(scale, from), fractionIn(scale, to)];
          if (right - left <= 0) return null;
          return (
            <span
              key={from}
              className={styles.count}
              style={{ left: percent(left), width: percent(right - left) }}
              title={`${varies ? 'up to ' : ''}${count} ready, waiting for the loop`}
            >
              <span className={styles.countWords}>
                {varies && '≤'}
                {count}
                <span className={styles.countUnit}> ready</span>
              </span>
            </span>
          );
        })}
      </div>
    </>
  );
}

/** The onion boxes: each pass through a layer around everything inside it. */
function Boxes({ marks, scale }: { readonly marks: FigureMarks; readonly scale: Scale }) {
  return marks.boxes.map((box) => {
    const [left, right] = [fractionIn(scale, box.from), fractionIn(scale, box.to)];
    const style = {
      '--hue': hue(box.group),
      '--top': box.top,
      '--span': box.bottom - box.top + 1,
      '--depth': box.depth,
      left: percent(left),
      width: percent(right - left),
    } as CSSProperties;
    return <div key={`${box.group}-${box.from}`} className={styles.box} style={style} />;
  });
}

/** Hops: where a request leaves for a thread, and where it comes back. */
function Connectors({ marks, scale }: { readonly marks: FigureMarks; readonly scale: Scale }) {
  return marks.connectors.map(({ at, from, to, group }) => {
    const style = {
      '--hue': hue(group),
      '--from': from,
      '--to': to,
      left: percent(fractionIn(scale, at)),
    } as CSSProperties;
    return <div key={`${at}-${to}`} className={styles.connector} style={style} />;
  });
}

/** A blocking call falls across every lane. */
function Shadows({ marks, scale }: { readonly marks: FigureMarks; readonly scale: Scale }) {
  return marks.shadows.map(({ from, to, label }) => {
    const left = fractionIn(scale, from);
    const style = { left: percent(left), width: percent(fractionIn(scale, to) - left) };
    return (
      <div key={from} className={styles.shadow} style={style}>
        <span className={styles.shadowWords}>{label}</span>
      </div>
    );
  });
}
