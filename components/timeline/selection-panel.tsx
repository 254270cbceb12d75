'use client';
/** The selected mark in words, and the way to its neighbours: what a pointer shows as a tooltip. */
import type { Place } from '@/lib/trace/timeline';
import { waitWords } from '@/lib/trace/wake-words';
import { waitAt } from '@/lib/trace/wakes';
import type { FigureMarks } from './figure-model';
import { Group } from './group';
import { lookAtRequest, lookBetween } from './looking';
import type { Run } from './run';
import { clearSelection, rowWords, selectedIn, selectNeighbour, selectRow } from './selecting';
import { ToolButton } from './tool-button';
import styles from './tools.module.css';
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
  const { mark } = selected;
  const group = run.timeline.groups[mark.group];
  const { place } = mark;
  const wait = waitAt(run.timeline, mark.group, mark.from);
  return (
    <Group label="Selected" className={`${styles.notice} ${styles.selection}`}>
      <p>
        <span className={styles.soft}>{rowWords(selected)}</span>
        {mark.title}
        {mark.chip !== null && <span className={styles.soft}> · {mark.chip}</span>}{' '}
        {place && onSelectPlace && (
          <button type="button" className={styles.place} onClick={() => onSelectPlace(place)}>
            {place.file} line {place.line}
          </button>
        )}
        {place && !onSelectPlace && (
          <span className={styles.soft}>
            {place.file} line {place.line}
          </span>
        )}{' '}
        {wait && <span className={styles.wait}>{waitWords(run.timeline, wait)}</span>}
      </p>
      <div className={styles.group}>
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
