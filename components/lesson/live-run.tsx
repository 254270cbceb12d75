'use client';
/** A recorded run: the figure that the server drew, until the reader asks to play it. */
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { AuthoredStop } from '@/lib/trace/stops';
import { PlayedFigure } from './played-figure';

const loadPlayer = () => import('@/components/workbench/live-timeline');
const LiveTimeline = dynamic(() => loadPlayer().then((player) => player.LiveTimeline));

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
  return (
    <PlayedFigure
      offer="Play this run"
      fetching="Fetching the recorded run…"
      failed="The recorded run could not be fetched. Are you online? The figure above stays as it is."
      prepare={() => void loadPlayer()}
      fetch={async () => {
        const [{ fetchRecording }] = await Promise.all([
          import('@/components/workbench/recording'),
          loadPlayer(),
        ]);
        return fetchRecording(recordingUrl);
      }}
      live={(trace) => <LiveTimeline trace={trace} stops={stops} playing />}
    >
      {children}
    </PlayedFigure>
  );
}
