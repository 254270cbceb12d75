'use client';
import { waitWords } from '@/lib/trace/wake-words';
import { waitAt } from '@/lib/trace/wakes';
/** Announces what is selected. It stands there from the beginning: a region that comes with its words is not heard. */
import { placeWords } from '@/lib/trace/words';
import type { FigureMarks } from './figure-model';
import type { Run } from './run';
import { rowWords, selectedIn } from './selecting';
import { useView, type ViewStore } from './view-store';

export function SelectionStatus({
  store,
  run: { timeline },
  figure,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly figure: FigureMarks;
}) {
  useView(store, (view) => view.selection);
  const selected = selectedIn(figure, store);
  const wait = selected && waitAt(timeline, selected.mark.group, selected.mark.from);
  return (
    <p role="status" className="sr-only">
      {selected && (
        <>
          {rowWords(selected)}
          {selected.mark.title}
          {selected.mark.place && `, ${placeWords(selected.mark.place)}`}. {wait && waitWords(timeline, wait)}
        </>
      )}
    </p>
  );
}
