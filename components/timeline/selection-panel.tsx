'use client';
/** The selected mark in words, and the way to its neighbours: what a pointer shows as a tooltip. */
import type { Place } from '@/lib/trace/timeline';
import type { FigureMarks } from './figure-model';
import { Group } from './group';
import { lookAtRequest, lookBetween } from './looking';
import type { Run } from './run';
import { clearSelection, selectedIn, selectNeighbour, selectRow } from './selecting';
import { ToolButton } from './tool-button';
import { useView, type ViewStore } from './view-store';

export function SelectionPanel({
  store,
  run,
  figure,
  onSelectPlace,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly figure: FigureMarks;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  useView(store, (view) => view.selection);
  const selected = selectedIn(figure, store);
  if (selected === null) return null;
  const { row, mark } = selected;
  const group = run.timeline.groups[mark.group];
  const { place } = mark;
  return (
    <Group
      label="Selected"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-accent bg-raised px-3 py-2 text-sm"
    >
      <p role="status" className="min-w-0 flex-1 basis-72">
        <span className="text-ink-soft">{row.label}: </span>
        {mark.title}
        {mark.chip !== null && <span className="text-ink-soft"> · {mark.chip}</span>}{' '}
        {place && onSelectPlace && (
          <button
            type="button"
            className="min-h-6 text-accent underline underline-offset-2"
            onClick={() => onSelectPlace(place)}
          >
            {place.file} line {place.line}
          </button>
        )}
        {place && !onSelectPlace && (
          <span className="text-ink-soft">
            {place.file} line {place.line}
          </span>
        )}
      </p>
      <div className="flex flex-wrap gap-1.5">
        <ToolButton label="Previous mark in this row" onPress={() => selectNeighbour(store, run, figure, -1)}>
          ←
        </ToolButton>
        <ToolButton label="Next mark in this row" onPress={() => selectNeighbour(store, run, figure, 1)}>
          →
        </ToolButton>
        <ToolButton label="Row above" onPress={() => selectRow(store, run, figure, -1)}>
          ↑
        </ToolButton>
        <ToolButton label="Row below" onPress={() => selectRow(store, run, figure, 1)}>
          ↓
        </ToolButton>
        <ToolButton onPress={() => lookBetween(store, run, mark.from, mark.to)}>Zoom to it</ToolButton>
        {group && <ToolButton onPress={() => lookAtRequest(store, run, group)}>Its request</ToolButton>}
        <ToolButton label="Select nothing" onPress={() => clearSelection(store)}>
          ✕
        </ToolButton>
      </div>
    </Group>
  );
}
