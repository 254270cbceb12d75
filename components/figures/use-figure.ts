'use client';
/** The playhead of a figure: that of the timeline, stepping through what this figure shows. */
import { useEffect, useMemo, useState } from 'react';
import { type Run, runOf } from '@/components/timeline/run';
import { usePlayback } from '@/components/timeline/use-playback';
import { ViewStore } from '@/components/timeline/view-store';
import type { Trace } from '@/lib/trace/schema';

const NO_STOPS = [] as const;

/** `positions` are where stepping stops, ascending; they must keep their identity between renders. */
export function useFigure(trace: Trace, positions: readonly number[]): { store: ViewStore; run: Run } {
  const [store] = useState(() => new ViewStore());
  const run = useMemo((): Run => {
    const own = runOf(trace);
    const stops = Float64Array.from(positions);
    return { ...own, moments: { ...own.moments, headlines: stops, all: stops } };
  }, [trace, positions]);
  usePlayback(store, run, NO_STOPS);
  // A figure that leaves the page stops.
  useEffect(() => () => store.change({ playing: false }), [store]);
  return { store, run };
}
