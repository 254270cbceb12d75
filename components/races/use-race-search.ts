/** One search for races at a time, with what it has come to. */
import { useEffect, useRef, useState } from 'react';
import type { Files } from '@/lib/playground/arrangement';
import type { RaceProgress, RaceVerdict } from '@/lib/races/races';
import { getSimulator } from '@/lib/simulator/client';

/** Milliseconds of real time after which a search begins no other run. */
const LONGEST_SEARCH = 120_000;

export type RaceSearchState =
  | { readonly kind: 'none' }
  | { readonly kind: 'searching'; readonly progress: RaceProgress | null }
  | { readonly kind: 'over'; readonly verdict: RaceVerdict }
  | { readonly kind: 'failed'; readonly reason: string };

export function useRaceSearch() {
  const [state, setState] = useState<RaceSearchState>({ kind: 'none' });
  const abort = useRef<AbortController | null>(null);
  const cancel = () => abort.current?.abort();
  useEffect(() => () => abort.current?.abort(), []);

  async function look(files: Files, orders: number) {
    cancel();
    const controller = new AbortController();
    const { signal } = controller;
    abort.current = controller;
    setState({ kind: 'searching', progress: null });
    try {
      const { lookForRaces } = await import('@/lib/races/races');
      const verdict = await lookForRaces({
        files,
        orders,
        milliseconds: LONGEST_SEARCH,
        run: async (scenario) => (await getSimulator().run(scenario, { signal })).trace,
        signal,
        now: () => performance.now(),
        onProgress: (progress) => setState({ kind: 'searching', progress }),
      });
      setState({ kind: 'over', verdict });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setState({ kind: 'failed', reason });
    }
  }

  return { state, look, cancel };
}
