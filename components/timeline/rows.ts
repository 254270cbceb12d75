/** Rows of a figure, stacked; what stands in one is worked out when it is first looked at. */
import type { Timeline } from '@/lib/trace/timeline';
import type { Row, RowHead, RowMarks } from './figure-model';

/** A row that is not drawn yet. `members` tells rows with one key apart that stand for different sets. */
export type RowPlan = {
  readonly head: RowHead;
  readonly members?: string;
  readonly draw: () => Partial<RowMarks>;
};

const NOTHING: RowMarks = { marks: [], signs: [], life: null, counts: null };

const drawn = new WeakMap<Timeline, Map<string, RowMarks>>();

/**
 * Puts rows below each other. `look` names everything that changes what stands in them, so that a row that
 * is folded away and opened again is not worked out twice.
 */
export function stackRows(timeline: Timeline, plans: readonly RowPlan[], look: string): readonly Row[] {
  const known = drawn.get(timeline) ?? new Map<string, RowMarks>();
  drawn.set(timeline, known);
  let top = 0;
  return plans.map(({ head, members = '', draw }) => {
    const id = `${head.key} ${head.open} ${look} ${members}`;
    const read = (): RowMarks => {
      const found = known.get(id) ?? { ...NOTHING, ...draw() };
      known.set(id, found);
      return found;
    };
    const row: Row = {
      ...head,
      top,
      get marks() {
        return read().marks;
      },
      get signs() {
        return read().signs;
      },
      get life() {
        return read().life;
      },
      get counts() {
        return read().counts;
      },
    };
    top += head.height;
    return row;
  });
}
