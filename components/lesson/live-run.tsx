'use client';
/** A recorded run: the figure that the server drew, until the reader asks to play it. */
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import type { Trace } from '@/lib/trace/schema';
import type { AuthoredStop } from '@/lib/trace/stops';

const loadPlayer = () => import('@/components/workbench/live-timeline');
const LiveTimeline = dynamic(() => loadPlayer().then((player) => player.LiveTimeline));

type State =
  | { readonly kind: 'still' | 'loading' | 'failed' }
  | { readonly kind: 'live'; readonly trace: Trace };

export function LiveRun({
  recordingUrl,
  stops,
  children,
}: {
  readonly recordingUrl: string;
  readonly stops: readonly AuthoredStop[];
  /** The figure, drawn on the server. */
  readonly children: ReactNode;
}) {
  const [state, setState] = useState<State>({ kind: 'still' });

  const play = async () => {
    setState({ kind: 'loading' });
    try {
      const { fetchRecording } = await import('@/components/workbench/recording');
      setState({ kind: 'live', trace: await fetchRecording(recordingUrl) });
    } catch {
      setState({ kind: 'failed' });
    }
  };

  if (state.kind === 'live') return <LiveTimeline trace={state.trace} stops={stops} playing />;
  return (
    <div>
      {children}
      <div className="needs-script mt-3 flex min-h-11 items-center gap-4">
        <button
          type="button"
          onClick={play}
          onPointerEnter={() => void loadPlayer()}
          disabled={state.kind === 'loading'}
          className="inline-flex h-11 items-center gap-2.5 rounded-card border border-accent px-4 font-semibold text-accent hover:bg-accent-wash"
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="currentColor">
            <path d="M3 1.5v13l11-6.5z" />
          </svg>
          Play this run
        </button>
        <p role="status" className="text-sm text-ink-soft">
          {state.kind === 'loading' && 'Fetching the recorded run…'}
          {state.kind === 'failed' &&
            'The recorded run could not be fetched. Are you online? The figure above stays as it is.'}
        </p>
      </div>
    </div>
  );
}
