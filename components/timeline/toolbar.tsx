'use client';
/** How the run is shown: picture or story, which axis, how close, with or without the plumbing. */
import type { ReactNode } from 'react';
import { showAxis, ZOOM_STEP, zoom } from './looking';
import type { Run } from './run';
import { useView, type ViewStore } from './view-store';
import { useWhole } from './whole';

export function Toolbar({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const tab = useView(store, (view) => view.tab);
  const axis = useView(store, (view) => view.axis);
  const plumbing = useView(store, (view) => view.plumbing);
  const tools = useView(store, (view) => view.tools);
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm print:hidden">
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
              onChoose={() => showAxis(store, run, { axis: 'steps' })}
            >
              Steps
            </Option>
            <Option
              on={axis === 'time'}
              hint="To scale"
              onChoose={() => showAxis(store, run, { axis: 'time' })}
            >
              Time
            </Option>
          </Choice>
          <Zoom store={store} run={run} />
        </>
      )}
      <button
        type="button"
        aria-expanded={tools}
        onClick={() => store.change({ tools: !tools })}
        className="min-h-9 rounded-card border border-line-strong px-2.5 text-ink-soft hover:text-ink aria-expanded:bg-surface aria-expanded:text-ink"
      >
        Tools
      </button>
      <label className="ml-auto flex min-h-9 items-center gap-2 text-ink-soft">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={plumbing}
          onChange={(event) => showAxis(store, run, { plumbing: event.target.checked })}
        />
        Django’s own steps too
      </label>
    </div>
  );
}

function Zoom({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const whole = useWhole(store, run);
  return (
    <Choice label="Zoom">
      <Option disabled={whole} hint="Zoom out" onChoose={() => zoom(store, run, 1 / ZOOM_STEP)}>
        <span aria-hidden="true">−</span>
        <span className="sr-only">Zoom out</span>
      </Option>
      <Option hint="Zoom in" onChoose={() => zoom(store, run, ZOOM_STEP)}>
        <span aria-hidden="true">+</span>
        <span className="sr-only">Zoom in</span>
      </Option>
    </Choice>
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
      className="min-h-8 min-w-8 rounded-md px-2.5 text-ink-soft hover:text-ink disabled:opacity-40 aria-pressed:bg-accent aria-pressed:text-accent-ink"
    >
      {children}
    </button>
  );
}
