'use client';
/** How the run is shown: picture or story, which axis, how wide, with or without the plumbing. */
import type { ReactNode } from 'react';
import { useView, type ViewStore } from './view-store';

const ZOOMS = [1, 2, 4, 8];

export function Toolbar({ store }: { readonly store: ViewStore }) {
  const tab = useView(store, (view) => view.tab);
  const axis = useView(store, (view) => view.axis);
  const zoom = useView(store, (view) => view.zoom);
  const plumbing = useView(store, (view) => view.plumbing);
  const zoomTo = (by: number) => {
    const next = ZOOMS[ZOOMS.indexOf(zoom) + by];
    if (next !== undefined) store.change({ zoom: next });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <Choice label="Show the run as">
        <Option on={tab === 'figure'} onChoose={() => store.change({ tab: 'figure' })}>
          Timeline
        </Option>
        <Option on={tab === 'story'} onChoose={() => store.change({ tab: 'story' })}>
          Story
        </Option>
      </Choice>
      {tab === 'figure' && (
        <>
          <Choice label="Axis">
            <Option
              on={axis === 'steps'}
              hint="Every event has room; long waits are shortened"
              onChoose={() => store.change({ axis: 'steps' })}
            >
              Steps
            </Option>
            <Option on={axis === 'time'} hint="To scale" onChoose={() => store.change({ axis: 'time' })}>
              Time
            </Option>
          </Choice>
          <Choice label="Zoom">
            <Option disabled={zoom === ZOOMS[0]} hint="Zoom out" onChoose={() => zoomTo(-1)}>
              <span aria-hidden="true">−</span>
              <span className="sr-only">Zoom out</span>
            </Option>
            <Option disabled={zoom === ZOOMS.at(-1)} hint="Zoom in" onChoose={() => zoomTo(1)}>
              <span aria-hidden="true">+</span>
              <span className="sr-only">Zoom in</span>
            </Option>
          </Choice>
        </>
      )}
      <label className="ml-auto flex min-h-9 items-center gap-2 text-ink-soft">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={plumbing}
          onChange={(event) => store.change({ plumbing: event.target.checked })}
        />
        Django’s own steps too
      </label>
    </div>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="flex rounded-card border border-line-strong p-0.5">
      <legend className="sr-only">{label}</legend>
      {children}
    </fieldset>
  );
}

function Option({
  on,
  hint,
  disabled = false,
  onChoose,
  children,
}: {
  readonly on?: boolean;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      title={hint}
      disabled={disabled}
      onClick={onChoose}
      className="min-h-8 min-w-9 rounded-md px-3 text-ink-soft hover:text-ink disabled:opacity-40 aria-pressed:bg-accent aria-pressed:text-accent-ink"
    >
      {children}
    </button>
  );
}
