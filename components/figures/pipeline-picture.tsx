/** The stack as nested boxes: a request goes down through the upper edges to the view, and out through the lower. */
import type { CSSProperties } from 'react';
import { hue } from '@/components/timeline/placing';
import type { Passing, PipelineLayer } from '@/lib/trace/pipeline';
import { bridgeWords, whereWords } from '@/lib/trace/pipeline-words';
import styles from './pipeline.module.css';
import { boxOf, HEIGHTS, type PipelineRow, type PipelineRun, rowOf, topOf } from './pipeline-model';

export function PipelinePicture({
  run,
  standing,
}: {
  readonly run: PipelineRun;
  readonly standing: readonly Passing[];
}) {
  const { layers, rows } = run;
  const custom = {
    '--depths': layers.length,
    '--requests': standing.length,
    height: `${topOf(rows, rows.length)}rem`,
  } as CSSProperties;
  return (
    <div className={styles.pipeline} style={custom}>
      {layers.map(({ layer, thread }, depth) => {
        const { top, height } = boxOf(run, depth);
        const place = { '--depth': depth, top: `${top}rem`, height: `${height}rem` } as CSSProperties;
        return (
          <div
            key={layer.id}
            className={styles.box}
            data-on={whereOf(thread)}
            style={place}
            aria-hidden="true"
          />
        );
      })}
      <ol className={styles.rows}>
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} layers={layers} />
        ))}
      </ol>
      {standing.map((passing, index) => (
        <Token key={passing.group.index} run={run} passing={passing} index={index} />
      ))}
    </div>
  );
}

const keyOf = (row: PipelineRow): string =>
  row.kind === 'outside' ? row.way : `${row.kind} ${row.way} ${row.depth}`;

const whereOf = (thread: PipelineLayer['thread']): string =>
  thread === null
    ? 'nowhere'
    : thread.kind === 'loop' || thread.kind === 'temporary-loop'
      ? 'loop'
      : 'thread';

function Row({ row, layers }: { readonly row: PipelineRow; readonly layers: readonly PipelineLayer[] }) {
  const custom = {
    '--depth': row.kind === 'outside' ? 0 : row.depth,
    height: `${HEIGHTS[row.kind]}rem`,
  } as CSSProperties;
  return (
    <li className={styles.row} data-kind={row.kind} style={custom}>
      <RowWords row={row} layers={layers} />
    </li>
  );
}

function RowWords({ row, layers }: { readonly row: PipelineRow; readonly layers: readonly PipelineLayer[] }) {
  if (row.kind === 'outside') return row.way === 'in' ? 'The server hands a request to Django' : 'Answered';
  const own = layers[row.depth];
  if (own === undefined) return null;
  if (row.kind === 'bridge') {
    return row.way === 'in'
      ? `↓ ${own.bridges.map(bridgeWords).join('; ')}`
      : '↓ the result, by the same bridge';
  }
  const { layer, thread } = own;
  const isView = layer.kind === 'view';
  return (
    <>
      <span className={styles.name}>{isView ? `${layer.name}, the view` : layer.name}</span>
      <span className={styles.where}>
        {row.way === 'in' || isView ? `${layer.mode}, ${whereWords(thread)}` : 'on the way out'}
      </span>
    </>
  );
}

/** Where a request stands; the words beside the picture say the same. */
function Token({
  run,
  passing,
  index,
}: {
  readonly run: PipelineRun;
  readonly passing: Passing;
  readonly index: number;
}) {
  const row = rowOf(run, passing);
  const at = Math.max(row, 0);
  const middle = topOf(run.rows, at) + HEIGHTS[run.rows[at]?.kind ?? 'outside'] / 2;
  const custom = {
    '--hue': hue(passing.group.index),
    '--index': index,
    transform: `translateY(${(middle - 0.875).toFixed(3)}rem)`,
  } as CSSProperties;
  return (
    <span
      className={styles.token}
      data-state={passing.onBridge ? 'crossing' : passing.state}
      data-here={row >= 0 || undefined}
      style={custom}
      aria-hidden="true"
    >
      {passing.group.request?.id}
    </span>
  );
}
