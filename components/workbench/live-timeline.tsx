'use client';
/** The live timeline, moved from outside: a click on a line walks its events, a verdict shows its own. */
import { useEffect, useRef, useState } from 'react';
import { seek, walkLine } from '@/components/timeline/controls';
import { Group } from '@/components/timeline/group';
import type { RunOrigin } from '@/components/timeline/linking';
import { Timeline, type TimelineProps } from '@/components/timeline/timeline';
import { ViewStore } from '@/components/timeline/view-store';
import { siteAddress } from '@/lib/course/addresses';
import type { Trace } from '@/lib/trace/schema';
import type { Sought } from './sought';
import { useBrought } from './use-brought';

type Properties = Omit<TimelineProps, 'view'> & {
  readonly sought?: Sought | null;
  /** Somebody pressed Play to get it. */
  readonly playing?: boolean;
};

export function LiveTimeline({ sought = null, playing = false, origin, ...timeline }: Properties) {
  const place = useRef<HTMLDivElement>(null);
  const [view] = useState(() => new ViewStore());
  const { trace } = timeline;

  useBrought(place, playing);
  useEffect(() => {
    if (playing) view.change({ playing: true, touched: true });
  }, [view, playing]);

  useEffect(() => {
    if (sought === null) return;
    if ('event' in sought) seek(view, sought.event);
    else walkLine(view, trace, sought.place);
  }, [view, trace, sought]);

  return (
    <Group ref={place} label={playing ? 'Recorded run' : 'Run'} tabIndex={-1} className="outline-none">
      <Timeline {...timeline} view={view} origin={origin ?? originOf(trace, playing)} />
    </Group>
  );
}

/** What is played is a recorded run, which the site can open again; a run of the reader's own is in no file yet. */
function originOf({ scenario }: Trace, recorded: boolean): RunOrigin {
  const address = siteAddress('/timeline/');
  return recorded ? { address, run: scenario.id } : { address, file: scenario.hash };
}
