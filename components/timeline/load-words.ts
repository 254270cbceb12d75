/** The plot of the load in words: for a reading at the playhead, and for those who do not see it. */
import { timeAt } from '@/lib/trace/axis';
import { COUNTED, type StateCounts } from '@/lib/trace/density';
import { formatDuration, list } from '@/lib/trace/duration';
import { busiestMoment, inFlightAt, type Utilisation } from '@/lib/trace/load-over-time';
import type { State, Timeline } from '@/lib/trace/timeline';

/** A share from 0 to 1: '43 %', and a little of something is never nothing. */
export function shareWords(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '< 1 %';
  return `${percent > 99 && percent < 100 ? 99 : Math.round(percent)} %`;
}

export const IN_FLIGHT_WORDS: Readonly<Record<State, string>> = {
  running: 'running',
  blocking: 'blocking the loop',
  ready: 'ready',
  suspended: 'suspended',
  queued: 'queued for a thread',
  'in-thread': 'in a thread',
  ended: 'ended',
};

/** 'At 100 ms: 3 in flight, 1 blocking the loop and 2 ready. Loop 100 % busy in the 10 ms from here.' */
export function loadAt(
  timeline: Timeline,
  counts: StateCounts,
  utilisation: Utilisation | null,
  position: number,
): string {
  const time = timeAt(timeline, position);
  const { total, states } = inFlightAt(counts, position);
  const parts = COUNTED.filter((state) => states[state] > 0).map(
    (state) => `${states[state]} ${IN_FLIGHT_WORDS[state]}`,
  );
  const flight = `At ${formatDuration(time)}: ${total} in flight${parts.length > 0 ? `, ${list(parts)}` : ''}.`;
  if (utilisation === null || utilisation.busy.length === 0) return flight;
  const index = Math.min(Math.floor(time / utilisation.length), utilisation.busy.length - 1);
  const from = formatDuration(index * utilisation.length);
  return `${flight} Loop ${shareWords(utilisation.busy[index] ?? 0)} busy in the ${formatDuration(utilisation.length)} from ${from} on.`;
}

/** 'Requests in flight over time: at most 3, first at 20 ms.' */
export function inFlightSummary(timeline: Timeline, counts: StateCounts): string {
  const busiest = busiestMoment(counts);
  if (busiest === null) return 'No request was in flight.';
  const when = formatDuration(timeAt(timeline, busiest.position));
  return `Requests in flight over time: at most ${busiest.total}, first at ${when}.`;
}

/** 'Share of the time in which the loop is busy, in windows of 10 ms: at most 100 %; blocked at most 100 %.' */
export function utilisationSummary({ length, busy, blocked }: Utilisation): string {
  const most = (shares: Float64Array) => shareWords(shares.reduce((top, share) => Math.max(top, share), 0));
  return `Share of the time in which the loop is busy, in windows of ${formatDuration(length)}: at most ${most(busy)}; blocked at most ${most(blocked)}.`;
}
