'use client';
/** Plays while the view says so. */
import { useEffect } from 'react';
import type { Stop } from '@/lib/trace/stops';
import { play } from './player';
import type { Run } from './run';
import { useView, type ViewStore } from './view-store';

export function usePlayback(store: ViewStore, run: Run, stops: readonly Stop[]): void {
  const playing = useView(store, (view) => view.playing);
  useEffect(() => {
    if (!playing) return;
    const reducedMotion = window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
    return play(store, run, { stops, reducedMotion });
  }, [store, run, stops, playing]);
}
