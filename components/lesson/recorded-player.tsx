'use client';
/** The live timeline over a recorded run, in a chunk of its own: it is fetched when the reader asks for it. */
import { useEffect, useRef } from 'react';
import { LiveTimeline } from '@/components/workbench/live-timeline';
import type { Trace } from '@/lib/trace/schema';
import type { AuthoredStop } from '@/lib/trace/stops';

export function RecordedPlayer({
  trace,
  stops,
}: {
  readonly trace: Trace;
  readonly stops: readonly AuthoredStop[];
}) {
  const player = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that was pressed is gone: the keyboard goes on in what it brought, in view.
    player.current?.focus({ preventScroll: true });
    player.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section ref={player} tabIndex={-1} aria-label="Recorded run" className="outline-none">
      <LiveTimeline trace={trace} stops={stops} playing />
    </section>
  );
}
