/** Selecting a mark and walking from one to the next, without a pointer. */

import { seek } from './controls';
import type { FigureMarks, Mark, Row } from './figure-model';
import { bringIntoSight } from './looking';
import type { Run } from './run';
import type { ViewStore } from './view-store';

export type Selected = { readonly row: Row; readonly mark: Mark };

/** The selected mark, where its row is among those shown. */
export function selectedIn(figure: FigureMarks, store: Pick<ViewStore, 'view'>): Selected | null {
  const { selection } = store.view;
  const row = figure.rows.find(({ key }) => key === selection?.row);
  const mark = row?.marks.find(({ from }) => from === selection?.from);
  return row && mark ? { row, mark } : null;
}

/** Selects a mark and moves the playhead to where it begins. */
export function select(store: ViewStore, run: Run, row: string, from: number): void {
  store.change({ selection: { row, from } });
  seek(store, from);
  bringIntoSight(store, run, from);
}

/** The row of a selected mark, where the mark's own words do not name it: of a request and a layer they do. */
export const rowWords = ({ row: { kind, label } }: Selected): string =>
  kind === 'request' || kind === 'layer' ? '' : `${label}: `;

export function clearSelection(store: ViewStore): void {
  store.change({ selection: null });
}

/** The next or previous mark of the same row; the first one of all where none is selected. */
export function selectNeighbour(store: ViewStore, run: Run, figure: FigureMarks, by: 1 | -1): void {
  const selected = selectedIn(figure, store);
  if (selected === null) {
    selectNear(
      store,
      run,
      figure.rows.find(({ marks }) => marks.length > 0),
    );
    return;
  }
  const { row, mark } = selected;
  const next = row.marks[row.marks.indexOf(mark) + by];
  if (next) select(store, run, row.key, next.from);
}

/** The mark at the same moment in the next or previous row that has any. */
export function selectRow(store: ViewStore, run: Run, figure: FigureMarks, by: 1 | -1): void {
  const selected = selectedIn(figure, store);
  let index = selected ? figure.rows.indexOf(selected.row) + by : 0;
  while (figure.rows[index] && figure.rows[index]?.marks.length === 0) index += by;
  selectNear(store, run, figure.rows[index]);
}

/** Of a row, the mark in which the playhead stands, or the one that is nearest. */
function selectNear(store: ViewStore, run: Run, row: Row | undefined): void {
  if (row === undefined) return;
  const { position } = store;
  const distance = ({ from, to }: Mark) => Math.max(from - position, position - to, 0);
  const nearest = row.marks.reduce<Mark | null>(
    (best, mark) => (best === null || distance(mark) < distance(best) ? mark : best),
    null,
  );
  if (nearest) select(store, run, row.key, nearest.from);
}
