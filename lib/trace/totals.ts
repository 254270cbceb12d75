/** The totals of a run as a reader meets them: each with its unit and with the sentence that defines it. */
import { formatDuration } from './duration';
import type { Metrics } from './metrics';
import { LONG_COMPUTATION } from './turns';

export type Total = {
  readonly name: string;
  readonly unit: 'time' | 'count';
  /** Microseconds or a count; null where the run has none, as a latency where nothing was answered. */
  readonly value: number | null;
  /** What exactly is measured, in a sentence or two. */
  readonly definition: string;
};

/** The totals in the order in which they explain each other. Always the same ones, so that runs compare. */
export function totalsOf(metrics: Metrics): readonly Total[] {
  const { hops } = metrics;
  return [
    time('Wall time', metrics.wall, 'The whole run on its own clock, from the start to the last event.'),
    time(
      'Loop busy',
      metrics.loopBusy,
      'A task or a callback held the event loop. With the idle time it makes up the wall time.',
    ),
    time('Loop idle', metrics.loopIdle, 'Nobody held the event loop: all that was left was to wait.'),
    time(
      'Loop blocked',
      metrics.blocked,
      `The part of the busy time in which a blocking call, or ${formatDuration(LONG_COMPUTATION)} and more of computing, kept the loop from everybody else.`,
    ),
    time('Longest hold', metrics.longestHold, 'The longest single stretch of the blocked time.'),
    time(
      'Latency, p50',
      metrics.p50,
      'From arrival to the last byte of the response. Half of the answered requests took no longer. Nearest rank: one of the run’s own latencies, never a value in between.',
    ),
    time(
      'Latency, p95',
      metrics.p95,
      '95 of 100 answered requests took no longer. Nearest rank; with fewer than 20 requests it is the longest.',
    ),
    time(
      'Ready, waiting for the loop',
      metrics.waitedForLoop,
      'Requests could go on, but somebody else held the loop. Added up over all requests.',
    ),
    time(
      'Queueing for threads',
      metrics.waitedForThread,
      'Requests had asked for a thread that had not begun yet. Added up over all requests.',
    ),
    {
      name: 'Hops',
      unit: 'count',
      value: hops.toThread + hops.toLoop,
      definition:
        'Crossings from the loop to a thread and from a thread to the loop, each counted once with its way back. Django’s own, for its signals say, are not counted.',
    },
  ];
}

const time = (name: string, value: number | null, definition: string): Total => ({
  name,
  unit: 'time',
  value,
  definition,
});
