/** A run as the pipeline shows it: rows from the server down to the view and back, and where each request stands. */
import { derive } from '@/lib/trace/derive';
import { tellingChange } from '@/lib/trace/lasting-changes';
import { once } from '@/lib/trace/once';
import {
  type Passing,
  type PipelineLayer,
  type PipelineStep,
  pipelineOf,
  pipelineSteps,
  requestsInside,
} from '@/lib/trace/pipeline';
import { stepWords } from '@/lib/trace/pipeline-words';
import type { Trace } from '@/lib/trace/schema';
import type { StepRow } from './figure-frame';

export type PipelineRow =
  | { readonly kind: 'outside'; readonly way: 'in' | 'answered' }
  | { readonly kind: 'bridge'; readonly way: 'in' | 'out'; readonly depth: number }
  | { readonly kind: 'layer'; readonly way: 'in' | 'out'; readonly depth: number };

export type PipelineRun = {
  readonly layers: readonly PipelineLayer[];
  /** From top to bottom: the way in, the view, the way out. */
  readonly rows: readonly PipelineRow[];
  readonly moves: readonly PipelineStep[];
  readonly steps: readonly StepRow[];
  readonly telling: number;
};

export const pipelineRunOf = once((trace: Trace): PipelineRun => {
  const timeline = derive(trace);
  const layers = pipelineOf(timeline);
  const moves = pipelineSteps(timeline);
  return {
    layers,
    rows: rowsOf(layers),
    moves,
    steps: moves.map((step, index) => ({
      position: step.position,
      time: timeline.times[Math.floor(step.position)] ?? 0,
      said: stepWords(layers, step, moves[index - 1] ?? null),
    })),
    telling: tellingChange(timeline, moves, requestsInside),
  };
});

function rowsOf(layers: readonly PipelineLayer[]): readonly PipelineRow[] {
  const inwards = layers.flatMap(({ bridges }, depth): PipelineRow[] => [
    ...(bridges.length > 0 ? [{ kind: 'bridge', way: 'in', depth } as const] : []),
    { kind: 'layer', way: 'in', depth },
  ]);
  // The view is the turning point: it has one row, and stands for both ways.
  const outwards = inwards.slice(0, -1).reverse();
  return [
    { kind: 'outside', way: 'in' },
    ...inwards,
    ...outwards.map((row): PipelineRow => ({ ...row, way: 'out' }) as PipelineRow),
    { kind: 'outside', way: 'answered' },
  ];
}

/** Heights of the rows, in rem. */
export const HEIGHTS: Readonly<Record<PipelineRow['kind'], number>> = {
  outside: 2.25,
  bridge: 1.75,
  layer: 3,
};

/** Where a row begins, in rem from the top. */
export function topOf(rows: readonly PipelineRow[], index: number): number {
  return rows.slice(0, index).reduce((sum, { kind }) => sum + HEIGHTS[kind], 0);
}

/** The row in which a request stands; -1 while it is not here. */
export function rowOf({ rows }: PipelineRun, { way, depth, onBridge }: Passing): number {
  if (way === 'not-here') return -1;
  if (way === 'answered') return rows.length - 1;
  if (depth < 0) return 0;
  if (onBridge) {
    return rows.findIndex((row) => row.kind === 'bridge' && row.depth === depth + 1 && row.way === way);
  }
  const isThere = (row: PipelineRow) => row.kind === 'layer' && row.depth === depth;
  return way === 'in' ? rows.findIndex(isThere) : rows.findLastIndex(isThere);
}

/** From the first of a layer's rows to its last: the box that holds all that lies inside. */
export function boxOf(
  { rows }: PipelineRun,
  depth: number,
): { readonly top: number; readonly height: number } {
  const isOwn = (row: PipelineRow) => row.kind === 'layer' && row.depth === depth;
  const top = topOf(rows, rows.findIndex(isOwn));
  return { top, height: topOf(rows, rows.findLastIndex(isOwn) + 1) - top };
}
