/**
 * What the figure draws, as plain data: rows of marks between moments, nested boxes, connectors, shadows.
 * The live and the static timeline draw the same marks, and both axes place them.
 */
import type { StateCounts } from '@/lib/trace/density';
import type { Place } from '@/lib/trace/timeline';

export type Shape =
  | 'running'
  | 'blocking'
  | 'ready'
  | 'suspended'
  | 'queued'
  | 'in-thread'
  | 'ghost'
  | 'held'
  | 'callback'
  /** Django at work around the layers. */
  | 'framework'
  /** Several of these, too short to be told apart where they are drawn. */
  | 'mixed';

export type Mark = {
  readonly shape: Shape;
  readonly from: number;
  readonly to: number;
  readonly group: number;
  /** Words inside the mark, shown where there is room. */
  readonly chip: string | null;
  /** A sentence, for a tooltip. */
  readonly title: string;
  readonly place: Place | null;
  /** Of a mixed mark: the share of its width that its marks cover, up to 1. */
  readonly cover?: number;
};

/** Something at one moment rather than over a stretch. */
export type Sign = {
  readonly kind: 'arrive' | 'response' | 'error' | 'cancelled';
  readonly at: number;
  readonly group: number;
  readonly title: string;
};

/** What stands in a row. It is worked out when it is first looked at: most rows of a long run never are. */
export type RowMarks = {
  readonly marks: readonly Mark[];
  readonly signs: readonly Sign[];
  /** For a request: its life, from arrival to end. */
  readonly life: { readonly from: number; readonly to: number } | null;
  /** For a summary: how many of its members are in which state. */
  readonly counts: StateCounts | null;
};

export type RowHead = {
  readonly key: string;
  readonly kind: 'request' | 'layer' | 'thread' | 'summary';
  readonly depth: number;
  readonly label: string;
  readonly detail: string;
  /** The request's group, the first group of a batch, or -1. */
  readonly group: number;
  /** Whether what can be folded into this row is shown; null where there is nothing. */
  readonly open: boolean | null;
  /** In row heights. */
  readonly height: number;
};

/** `top` is counted in row heights from the first row. */
export type Row = RowHead & RowMarks & { readonly top: number };

/** One pass through a layer, drawn around the rows of the layers inside it. Edges in row heights. */
export type Box = {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly depth: number;
  readonly group: number;
};

export type Connector = {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly group: number;
};

export type Shadow = {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly title: string;
};

export type FigureMarks = {
  readonly loop: { readonly marks: readonly Mark[]; readonly ready: readonly ReadyCount[] } | null;
  readonly rows: readonly Row[];
  readonly boxes: readonly Box[];
  readonly connectors: readonly Connector[];
  readonly shadows: readonly Shadow[];
  /** Of all rows together, in row heights. */
  readonly height: number;
};

export type ReadyCount = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The count is the highest of several, which change faster than they could be read. */
  readonly varies?: boolean;
};
