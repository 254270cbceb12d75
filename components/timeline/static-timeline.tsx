/** A run as the server draws it: the whole picture and the authored stops, without any JavaScript. */

import { InlineCode } from '@/components/ui/inline-code';
import { axisOf, timeAt } from '@/lib/trace/axis';
import { wholeAxis } from '@/lib/trace/axis-window';
import { holdSentence } from '@/lib/trace/blocking';
import { derive } from '@/lib/trace/derive';
import { formatDuration } from '@/lib/trace/duration';
import type { Trace } from '@/lib/trace/schema';
import { type AuthoredStop, resolveStops } from '@/lib/trace/stops';
import { Figure } from './figure';
import styles from './figure.module.css';
import { figureMarks } from './figure-marks';
import { Group } from './group';
import { Legend } from './legend';
import { Notices } from './notices';

const WHOLE_STACK = { folded: new Set<number>(), plumbing: false };

export function StaticTimeline({
  trace,
  stops: authored = [],
  label = 'Timeline of a recorded run',
}: {
  readonly trace: Trace;
  readonly stops?: readonly AuthoredStop[];
  readonly label?: string;
}) {
  const timeline = derive(trace);
  const stops = resolveStops(timeline, authored);
  const axis = axisOf(timeline, 'steps');
  return (
    <figure className="@container grid min-w-0 gap-3">
      <Notices trace={trace} />
      <Group className={styles.figure} label={label} scrolls>
        <Figure
          timeline={timeline}
          marks={figureMarks(timeline, WHOLE_STACK)}
          scale={{ axis, window: wholeAxis(axis) }}
          stops={stops}
          id={`static-${trace.scenario.hash.slice(0, 8)}-${trace.scenario.id.replace(/\W+/g, '-')}`}
        />
      </Group>
      <figcaption className="grid gap-2 text-sm text-ink-soft">
        {stops.length > 0 && (
          <ol className="grid gap-1">
            {stops.map(({ position, caption }, index) => (
              <li key={caption} className="flex gap-2">
                <span className="font-semibold text-accent">{index + 1}</span>
                <span>
                  <span className="tabular text-ink-faint">{formatDuration(timeAt(timeline, position))}</span>{' '}
                  <InlineCode text={caption} />
                </span>
              </li>
            ))}
          </ol>
        )}
        {timeline.holds.map((hold) => (
          <p key={hold.begin}>{holdSentence(timeline, hold)}</p>
        ))}
        <Legend />
      </figcaption>
    </figure>
  );
}
