'use client';
/** Two recorded runs compared: what the server drew, until the reader asks to play them. */
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { Pair } from '@/lib/trace/compare';
import { PlayedFigure } from './played-figure';
import { RUN_NAMES } from './run-names';

const loadPlayer = () => import('@/components/workbench/played-comparison');
const PlayedComparison = dynamic(() => loadPlayer().then((player) => player.PlayedComparison));

export function LiveComparison({
  recordingUrls,
  titles,
  children,
}: {
  readonly recordingUrls: Pair<string>;
  readonly titles: Pair<string>;
  /** The figure, drawn on the server. */
  readonly children: ReactNode;
}) {
  return (
    <PlayedFigure
      offer="Play both runs"
      fetching="Fetching the recorded runs…"
      failed="The recorded runs could not be fetched. Are you online? The figures above stay as they are."
      prepare={() => void loadPlayer()}
      fetch={async () => {
        const [{ fetchRecording }] = await Promise.all([
          import('@/components/workbench/recording'),
          loadPlayer(),
        ]);
        const [before, after] = await Promise.all([
          fetchRecording(recordingUrls.before),
          fetchRecording(recordingUrls.after),
        ]);
        return { before, after };
      }}
      live={(runs) => <PlayedComparison {...runs} names={RUN_NAMES} titles={titles} />}
    >
      {children}
    </PlayedFigure>
  );
}
