'use client';
/** Play, step, jump and scrub. Each is also a key; see controls. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { timeAt } from '@/lib/trace/axis';
import { formatProgress } from '@/lib/trace/duration';
import { spokenPosition } from '@/lib/trace/spoken';
import { step, stepHandOver, togglePlaying } from './controls';
import { HandOverBackIcon, HandOverIcon, PauseIcon, PlayIcon, StepBackIcon, StepIcon } from './icons';
import styles from './live.module.css';
import type { Run } from './run';
import { usePlayheadSlider } from './slider';
import { useView, type ViewStore } from './view-store';

type Props = { readonly store: ViewStore; readonly run: Run };

const SPEEDS = [0.25, 0.5, 1, 2, 4];

export function Transport({ store, run }: Props) {
  const playing = useView(store, (view) => view.playing);
  const speed = useView(store, (view) => view.speed);
  return (
    <div className="print:hidden sticky bottom-0 z-10 grid grid-cols-1 items-center gap-x-3 rounded-card border border-line bg-raised px-2 py-1 sm:static @md:grid-cols-[1fr_auto] @3xl:grid-cols-[auto_1fr_auto]">
      <div className="flex justify-center gap-1 @md:justify-start">
        <Press label="Previous hand-over of the loop" onPress={() => stepHandOver(store, run, 'back')}>
          <HandOverBackIcon />
        </Press>
        <Press label="Step back" onPress={() => step(store, run, 'back')}>
          <StepBackIcon />
        </Press>
        <Press label={playing ? 'Pause' : 'Play'} main onPress={() => togglePlaying(store, run)}>
          {playing ? <PauseIcon /> : <PlayIcon />}
        </Press>
        <Press label="Step forward" onPress={() => step(store, run, 'forward')}>
          <StepIcon />
        </Press>
        <Press label="Next hand-over of the loop" onPress={() => stepHandOver(store, run, 'forward')}>
          <HandOverIcon />
        </Press>
      </div>
      <div className="flex items-center gap-3 @md:order-last @md:col-span-2 @3xl:order-none @3xl:col-span-1">
        <Scrubber store={store} run={run} />
        <Clock store={store} run={run} />
      </div>
      <label className="hidden items-center gap-1.5 text-sm text-ink-soft @md:flex">
        Speed
        <select
          className="h-9 rounded border border-line-strong bg-raised px-1.5 text-ink"
          value={speed}
          onChange={(event) => store.change({ speed: Number(event.target.value) })}
        >
          {SPEEDS.map((value) => (
            <option key={value} value={value}>
              {value}×
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

export function Press({
  label,
  onPress,
  main = false,
  children,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly main?: boolean;
  readonly children: ReactNode;
}) {
  const look = main ? 'bg-accent text-accent-ink hover:opacity-90' : 'text-ink hover:bg-surface';
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className={`grid size-11 place-items-center rounded-card ${look}`}
    >
      {children}
    </button>
  );
}

/** A real slider, which speaks of the playhead's moment. */
function Scrubber({ store, run }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const speakers = useMemo(() => [store], [store]);
  const speak = useCallback(() => spokenPosition(run.timeline, store.reading), [run, store]);
  const slider = usePlayheadSlider(input, { store, run }, speakers, speak);
  return <input ref={input} aria-label="Playhead" className={styles.scrub} {...slider} />;
}

/** The virtual time at the playhead, written in place like the slider's value. */
function Clock({ store, run }: Props) {
  const output = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const duration = run.timeline.times[run.timeline.end] ?? 0;
    const write = () => {
      const words = formatProgress(timeAt(run.timeline, store.position), duration);
      if (output.current !== null && output.current.textContent !== words) output.current.textContent = words;
    };
    write();
    return store.subscribePosition(write);
  }, [store, run]);
  return (
    <span
      ref={output}
      className="tabular min-w-24 flex-none text-right text-sm whitespace-nowrap text-ink sm:min-w-28"
    />
  );
}
