'use client';
/** The story: the same run as a table, one row per event, each tied to its moment and its line. */
import { memo, useEffect, useRef, useState } from 'react';
import { momentAt } from '@/lib/trace/axis';
import { formatDuration } from '@/lib/trace/duration';
import { lastAtOrBefore } from '@/lib/trace/search';
import type { StoryRow } from '@/lib/trace/story';
import type { Place } from '@/lib/trace/timeline';
import { seek } from './controls';
import { Group } from './group';
import { StoryParts } from './lazy-tools';
import { hue } from './placing';
import type { Run } from './run';
import { useReading, useView, type ViewStore } from './view-store';

type Props = {
  readonly store: ViewStore;
  readonly run: Run;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
};

/** A long story is read in parts of so many rows. */
const PART = 400;

export function StoryTable({ store, run, onSelectPlace }: Props) {
  const table = useRef<HTMLDivElement>(null);
  const plumbing = useView(store, (view) => view.plumbing);
  const shown = plumbing ? run.moments.all : run.moments.headlines;
  const touched = useView(store, (view) => view.touched);
  const index = useReading(store, (position) => lastAtOrBefore(shown, momentAt(run.timeline, position)));
  const current = shown[index] ?? -1;
  const [turned, setTurned] = useState<{ readonly part: number; readonly at: number } | null>(null);
  // Whoever turned to another part stays there until the playhead moves.
  const part = turned?.at === current ? turned.part : Math.floor(Math.max(index, 0) / PART);
  const turnTo = (next: number) => {
    setTurned({ part: next, at: current });
    if (table.current) table.current.scrollTop = 0;
  };
  const first = part * PART;
  const rows = Array.from(shown.subarray(first, first + PART));
  useEffect(() => {
    if (current >= 0 && table.current) keepInSight(table.current);
  }, [current]);
  const groups = new Map(run.timeline.groups.map((group) => [group.request?.id ?? null, group.index]));
  return (
    <Group
      ref={table}
      scrolls
      label="The story of this run"
      className="relative max-h-[36rem] overflow-auto rounded-card border border-line bg-raised"
    >
      {shown.length > PART && (
        <StoryParts part={part} first={first} last={first + rows.length} all={shown.length} onTurn={turnTo} />
      )}
      <table className="w-full text-left text-sm" aria-rowcount={shown.length + 1}>
        <caption className="sr-only">
          Every event of the run in order: when it happened, to which request, and what it was.
        </caption>
        <thead className="sticky top-0 bg-raised text-xs text-ink-faint">
          <tr className="border-b border-line-strong">
            <th scope="col" className="px-3 py-2 font-semibold">
              Time
            </th>
            <th scope="col" className="px-1 py-2 font-semibold">
              <span className="sr-only">Request</span>
            </th>
            <th scope="col" className="px-2 py-2 font-semibold">
              What happens
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((moment, at) => {
            const row = run.story[moment];
            return row ? (
              <Event
                key={moment}
                row={row}
                index={first + at + 2}
                store={store}
                group={groups.get(row.request) ?? -1}
                current={touched && moment === current}
                onSelectPlace={onSelectPlace}
              />
            ) : null;
          })}
        </tbody>
      </table>
    </Group>
  );
}

/** Scrolls the table, never the page, until the current row stands within it. */
function keepInSight(table: HTMLElement): void {
  const row = table.querySelector<HTMLElement>('[aria-current="step"]');
  if (row === null) return;
  const head = table.querySelector('thead')?.offsetHeight ?? 0;
  const above = row.offsetTop - head;
  const below = row.offsetTop + row.offsetHeight - table.clientHeight;
  if (table.scrollTop > above) table.scrollTop = above;
  else if (table.scrollTop < below) table.scrollTop = below;
}

const Event = memo(function Event({
  row,
  index,
  store,
  group,
  current,
  onSelectPlace,
}: {
  readonly row: StoryRow;
  /** Of the row among all of the table, the head being 1. */
  readonly index: number;
  readonly store: ViewStore;
  readonly group: number;
  readonly current: boolean;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  const { place } = row;
  return (
    <tr
      aria-current={current ? 'step' : undefined}
      aria-rowindex={index}
      className="border-b border-line align-baseline last:border-0 aria-[current=step]:bg-accent-wash"
    >
      <td className="w-20 px-1 py-1">
        <button
          type="button"
          className="tabular min-h-6 rounded px-2 whitespace-nowrap text-ink-soft hover:bg-surface hover:text-ink"
          aria-label={`Go to ${formatDuration(row.time)}: ${row.sentence}`}
          onClick={() => seek(store, row.moment)}
        >
          {formatDuration(row.time)}
        </button>
      </td>
      <td className="px-1 py-1 font-semibold whitespace-nowrap">
        {group >= 0 && row.request !== null && (
          <>
            <span
              className="mr-1.5 inline-block size-2.5 rounded-full"
              style={{ background: hue(group) }}
              aria-hidden="true"
            />
            {row.request}
          </>
        )}
      </td>
      <td className={`px-2 py-1.5 ${row.headline ? 'text-ink' : 'text-ink-soft'}`}>
        {row.sentence}{' '}
        {place && onSelectPlace && (
          <button
            type="button"
            className="min-h-6 whitespace-nowrap text-accent underline underline-offset-2"
            onClick={() => onSelectPlace(place)}
          >
            {place.file} line {place.line}
          </button>
        )}
        {place && !onSelectPlace && (
          <span className="whitespace-nowrap text-ink-faint">
            {place.file} line {place.line}
          </span>
        )}
      </td>
    </tr>
  );
});
