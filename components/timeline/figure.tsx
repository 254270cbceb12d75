/**
 * The figure: loop lane, request groups with nested layers, threads. It has no state and no effects, so the
 * server draws it for a page without JavaScript and the live timeline draws the very same.
 */
import type { CSSProperties, ReactNode } from 'react';
import { type Axis, fractionAt } from '@/lib/trace/axis';
import type { Stop } from '@/lib/trace/stops';
import type { Timeline } from '@/lib/trace/timeline';
import styles from './figure.module.css';
import type { FigureMarks } from './figure-model';
import { Bars, Chips, Hatches } from './marks';
import { hue, percent } from './placing';
import { RowLabel } from './row-label';
import { ticksOf } from './ruler';

/** Narrowest width of one unit of an axis, in pixels: the style sheet's --unit. */
const NARROWEST_UNIT = 11.52;
/** The Time axis is never squeezed below this many units. */
const TIME_UNITS = 26;
/** A stack with layers nested this deep gets wider labels. */
const DEEP = 5;
/** Labels give way to the lanes where the figure stands beside code. */
const LABEL = 'clamp(11rem, 22cqw, 12.5rem)';
/** A ruler label needs this much room, in pixels. */
const TICK_ROOM = 52;

export type FigureProps = {
  readonly timeline: Timeline;
  readonly marks: FigureMarks;
  readonly axis: Axis;
  readonly stops: readonly Stop[];
  /** Tells the patterns of several figures on one page apart. */
  readonly id: string;
  /** With it, the groups can be folded. */
  readonly onFold?: (group: number) => void;
  /** Drawn over the lanes: the playhead. */
  readonly children?: ReactNode;
};

export function Figure({ timeline, marks, axis, stops, id, onFold, children }: FigureProps) {
  if (timeline.end === 0) return <p className={styles.empty}>Nothing happened in this run.</p>;
  const units = axis.kind === 'steps' ? Math.ceil(axis.length) + 1 : TIME_UNITS;
  const ticks = ticksOf(timeline, axis, TICK_ROOM / (units * NARROWEST_UNIT));
  const firstThread = marks.rows.findIndex((row) => row.kind === 'thread');
  const custom = {
    '--units': units,
    '--label': marks.rows.some((row) => row.depth >= DEEP) ? '16rem' : LABEL,
    '--flags': stops.length > 0 ? '1.25rem' : '0rem',
    '--queue': marks.loop && marks.loop.ready.length > 0 ? '1.5rem' : '0.25rem',
  } as CSSProperties;
  return (
    <div className={styles.canvas} style={custom}>
      <Hatches id={id} groups={timeline.groups.length} />
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
        <div className={styles.inner}>
          <div className={styles.ruler}>
            {ticks.map(({ at, label }) => (
              <span key={label + at} className={styles.tick} style={{ left: percent(at) }}>
                {label}
              </span>
            ))}
            {stops.map(({ position, caption }, index) => (
              <span
                key={caption}
                className={styles.stop}
                style={{ left: percent(fractionAt(axis, position)) }}
                data-moment={position}
              >
                {index + 1}
              </span>
            ))}
          </div>
          {marks.loop && <LoopBars loop={marks.loop} axis={axis} id={id} />}
        </div>
      </div>
      <div className={styles.labels}>
        {marks.rows.map((row, index) => (
          <RowLabel key={row.key} row={row} firstThread={index === firstThread} onFold={onFold} />
        ))}
      </div>
      <div className={`${styles.plot} ${styles.body}`}>
        <div className={styles.inner}>
          <Boxes marks={marks} axis={axis} />
          <Connectors marks={marks} axis={axis} />
          {marks.rows.map((row, index) => (
            <div
              key={row.key}
              className={styles.row}
              data-kind={row.kind}
              data-first-row={index === 0 || undefined}
              data-first-thread={index === firstThread || undefined}
            >
              <Bars
                marks={row.marks}
                signs={row.signs}
                life={row.life}
                group={row.group}
                axis={axis}
                id={id}
              />
              <Chips marks={row.marks} axis={axis} />
            </div>
          ))}
          <Shadows marks={marks} axis={axis} />
        </div>
      </div>
      {children}
    </div>
  );
}

function LoopBars({
  loop,
  axis,
  id,
}: {
  readonly loop: NonNullable<FigureMarks['loop']>;
  readonly axis: Axis;
  readonly id: string;
}) {
  return (
    <>
      <div className={styles.loop}>
        <Bars marks={loop.marks} axis={axis} id={id} idle />
        <Chips marks={loop.marks} axis={axis} />
      </div>
      <div className={styles.waiting}>
        {loop.ready.map(({ from, to, count }) => {
          const [left, right] = [fractionAt(axis, from), fractionAt(axis, to)];
          if (right - left <= 0) return null;
          return (
            <span
              key={from}
              className={styles.count}
              style={{ left: percent(left), width: percent(right - left) }}
              title={`${count} ready, waiting for the loop`}
            >
              <span className={styles.countWords}>
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
function Boxes({ marks, axis }: { readonly marks: FigureMarks; readonly axis: Axis }) {
  return marks.boxes.map((box) => {
    const [left, right] = [fractionAt(axis, box.from), fractionAt(axis, box.to)];
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
function Connectors({ marks, axis }: { readonly marks: FigureMarks; readonly axis: Axis }) {
  return marks.connectors.map(({ at, from, to, group }) => {
    const style = {
      '--hue': hue(group),
      '--from': from,
      '--to': to,
      left: percent(fractionAt(axis, at)),
    } as CSSProperties;
    return <div key={`${at}-${to}`} className={styles.connector} style={style} />;
  });
}

/** A blocking call falls across every lane. */
function Shadows({ marks, axis }: { readonly marks: FigureMarks; readonly axis: Axis }) {
  return marks.shadows.map(({ from, to, label }) => {
    const left = fractionAt(axis, from);
    const style = { left: percent(left), width: percent(fractionAt(axis, to) - left) };
    return (
      <div key={from} className={styles.shadow} style={style}>
        <span className={styles.shadowWords}>{label}</span>
      </div>
    );
  });
}
