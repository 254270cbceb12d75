'use client';
/** The playhead of a figure: that of the timeline, stepping through what this figure shows. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { seek } from '@/components/timeline/controls';
import { type Run, runOf } from '@/components/timeline/run';
import { usePlayback } from '@/components/timeline/use-playback';
import { useReading, useView, ViewStore } from '@/components/timeline/view-store';
import type { Trace } from '@/lib/trace/schema';
import { lastAtOrBefore } from '@/lib/trace/search';
import type { FigureState, StepRow } from './figure-frame';

const NO_STOPS = [] as const;

/** `steps` ascend, and must keep their identity between renders. Until the reader moves it, step `first` is shown. */
export function useFigure(trace: Trace, steps: readonly StepRow[], first: number) {
  const [store] = useState(() => new ViewStore());
  const run = useMemo((): Run => {
    const own = runOf(trace);
    const stops = Float64Array.from(steps, ({ position }) => position);
    return { ...own, moments: { ...own.moments, headlines: stops, all: stops } };
  }, [trace, steps]);
  usePlayback(store, run, NO_STOPS);
  // A figure that leaves the page stops.
  useEffect(() => () => store.change({ playing: false }), [store]);

  const { headlines } = run.moments;
  const touched = useView(store, (view) => view.touched);
  const playing = useView(store, (view) => view.playing);
  const reached = useReading(store, (position) => Math.max(lastAtOrBefore(headlines, position), 0));
  return {
    store,
    run,
    /** Of the step to show. */
    index: touched ? reached : first,
    state: (!touched ? 'still' : playing ? 'playing' : 'stepped') satisfies FigureState,
    seekTo: useCallback((position: number) => seek(store, position), [store]),
  } as const;
}
