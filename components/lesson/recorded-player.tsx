'use client';
/** The live timeline over a recorded run, in a chunk of its own: it is fetched when the reader asks for it. */
import { useEffect, useRef, useState } from 'react';
import { Timeline } from '@/components/timeline/timeline';
import { ViewStore } from '@/components/timeline/view-store';
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
  const [view] = useState(() => new ViewStore());
  useEffect(() => {
    // The button that was pressed is gone: the keyboard goes on in what it brought, in view, playing.
    player.current?.focus({ preventScroll: true });
    player.current?.scrollIntoView({ block: 'start' });
    view.change({ playing: true, touched: true });
  }, [view]);
  return (
    <section ref={player} tabIndex={-1} aria-label="Recorded run" className="outline-none">
      <Timeline trace={trace} stops={stops} view={view} />
    </section>
  );
}
