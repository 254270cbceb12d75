'use client';
/**
 * A figure over recorded runs. The server draws it; it comes alive, with code and runs fetched for it, when
 * the reader has begun to read and comes near it. A page that is only opened fetches nothing.
 */
// What the server draws is drawn where no stylesheet can be reached from, so they are asked for here.
import './chain.module.css';
import './figure-frame.module.css';
import './kitchen.module.css';
import './pipeline.module.css';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { stillFigure } from '#still-markup';
import type { FigureRun } from './figure-run';
import { type FigureKind, stillId } from './kinds';

type LiveFigure = ComponentType<{ readonly runs: readonly FigureRun[] }>;

const LIVE: Readonly<Record<FigureKind, () => Promise<LiveFigure>>> = {
  kitchen: async () => (await import('./kitchen-live')).KitchenLive,
  'await-chain': async () => (await import('./chain-live')).ChainLive,
  'nested-frames': async () => (await import('./chain-live')).NestedFramesLive,
  pipeline: async () => (await import('./pipeline-live')).PipelineLive,
};

export type RecordedSource = { readonly name: string; readonly title: string; readonly url: string };

export function FigureWhenNear({
  kind,
  unitId,
  sources,
}: {
  readonly kind: FigureKind;
  readonly unitId: string;
  readonly sources: readonly RecordedSource[];
}) {
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<{ Figure: LiveFigure; runs: readonly FigureRun[] } | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null || live !== null) return;
    return whenNearAndRead(element, async () => {
      try {
        const [Figure, runs] = await Promise.all([LIVE[kind](), fetchRuns(sources)]);
        setLive({ Figure, runs });
      } catch {
        // Offline, say. What the server drew stays, and says what there is to say.
      }
    });
  }, [kind, sources, live]);

  if (live !== null) return <live.Figure runs={live.runs} />;
  const names = sources.map(({ name }) => name);
  return (
    <div
      ref={place}
      data-still={stillId(kind, unitId, names)}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own figure, rendered by React on the server
      dangerouslySetInnerHTML={{ __html: stillFigure(kind, unitId, names) }}
    />
  );
}

async function fetchRuns(sources: readonly RecordedSource[]): Promise<readonly FigureRun[]> {
  const { fetchRecording } = await import('@/components/workbench/recording');
  return Promise.all(
    sources.map(async ({ name, title, url }) => ({ name, title, trace: await fetchRecording(url) })),
  );
}

/** What readers do, and what merely opened pages do not. */
const READING = ['scroll', 'pointermove', 'pointerdown', 'keydown'] as const;
/** How far from the window's edge is near, in windows. */
const MARGIN = '50% 0px';

/** Calls `wake` once, when the element is near and the reader has moved at all. Returns the way to give up. */
function whenNearAndRead(element: Element, wake: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      wake();
    },
    { rootMargin: MARGIN },
  );
  const stopListening = () => {
    for (const kind of READING) window.removeEventListener(kind, begin);
  };
  const begin = () => {
    stopListening();
    observer.observe(element);
  };
  for (const kind of READING) window.addEventListener(kind, begin, { passive: true });
  // Scrolled before this code was there, or come back to where the page was left.
  if (window.scrollY > 0) begin();
  return () => {
    stopListening();
    observer.disconnect();
  };
}
