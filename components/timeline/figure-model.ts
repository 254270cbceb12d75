/**
 * What the figure draws, as plain data: rows of marks between moments, nested boxes, connectors, shadows.
 * The live and the static timeline draw the same marks, and both axes place them.
 */
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
  | 'framework';

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
};

/** Something at one moment rather than over a stretch. */
export type Sign = {
  readonly kind: 'arrive' | 'response' | 'error' | 'cancelled';
  readonly at: number;
  readonly group: number;
  readonly title: string;
};

export type Row = {
  readonly key: string;
  readonly kind: 'request' | 'layer' | 'thread';
  readonly depth: number;
  readonly label: string;
  readonly detail: string;
  readonly group: number;
  /** For a request: whether its layers are shown; null where it has none. */
  readonly open: boolean | null;
  readonly marks: readonly Mark[];
  readonly signs: readonly Sign[];
  /** For a request: its life, from arrival to end. */
  readonly life: { readonly from: number; readonly to: number } | null;
};

/** One pass through a layer, drawn around the rows of the layers inside it. */
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
};

export type ReadyCount = { readonly from: number; readonly to: number; readonly count: number };
