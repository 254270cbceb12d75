/** What a row's own button opens and folds: the layers of a request, the requests of a batch, the threads. */
import { batchesOf } from '@/lib/trace/batches';
import { groupsPassing } from '@/lib/trace/run-filter';
import type { Run } from './run';
import type { ViewStore } from './view-store';

const toggled = (set: ReadonlySet<number>, member: number): ReadonlySet<number> => {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
};

/** Opens a row that is folded, folds one that is open. `row` is its key. */
export function foldRow(store: ViewStore, row: string): void {
  const { folded, openBatches, threadsOpen } = store.view;
  const [kind, index] = row.split('-');
  if (kind === 'threads') store.change({ threadsOpen: !threadsOpen });
  else if (kind === 'batch') store.change({ openBatches: toggled(openBatches, Number(index)) });
  else store.change({ folded: toggled(folded, Number(index)) });
}

/** Opens whatever a request's row is folded into, and scrolls nothing. */
export function revealRequest(store: ViewStore, run: Run, group: number): void {
  const shown = groupsPassing(run.timeline, store.view.filter);
  const batch = batchesOf(shown).find(({ groups }) => groups.includes(group));
  if (batch === undefined || store.view.openBatches.has(batch.first)) return;
  store.change({ openBatches: new Set([...store.view.openBatches, batch.first]) });
}
