/** The sentences about blocking: who held the loop, for how long and where, and what it cost the others. */
import { formatDuration, list } from './duration';
import type { Hold, Timeline } from './timeline';
import { capitalise, placeWords, requestName } from './words';

/**
 * 'Request 1 held the loop for 200 ms at line 14 of audit.py. Requests 2 and 3 were ready and waited 200
 * and 180 ms.'
 */
export function holdSentence(timeline: Timeline, hold: Hold): string {
  const holder = hold.group < 0 ? hold.what : requestName(timeline.groups[hold.group]);
  const where = hold.place ? ` at ${placeWords(hold.place)}` : hold.what ? ` in ${hold.what}` : '';
  const held = `${capitalise(holder)} held the loop for ${formatDuration(hold.duration)}${where}.`;
  return `${held} ${costSentence(timeline, hold)}`;
}

/** A sentence names no more than these; the others it counts. */
const NAMED = 6;

function costSentence(timeline: Timeline, hold: Hold): string {
  const names = hold.waited.map(({ group }) => timeline.groups[group]?.request?.id ?? 'the program');
  const [first, ...others] = hold.waited.map(({ duration }) => formatDuration(duration));
  if (first === undefined) return 'Nobody else was ready meanwhile.';
  if (hold.waited.length > NAMED) {
    const shown = names.slice(0, NAMED - 1).join(', ');
    const rest = hold.waited.length - NAMED + 1;
    return `Requests ${shown} and ${rest} others were ready and waited, the longest ${first}.`;
  }
  if (others.length === 0) return `Request ${list(names)} was ready and waited ${first}.`;
  const same = others.every((duration) => duration === first);
  if (same) return `Requests ${list(names)} were ready and waited ${first} each.`;
  return `Requests ${list(names)} were ready and waited ${list(shareUnit([first, ...others]))}.`;
}

/** '200 ms', '180 ms' -> '200', '180 ms': one unit is said once. */
function shareUnit(durations: readonly string[]): readonly string[] {
  const units = new Set(durations.map((duration) => duration.split(' ')[1]));
  if (units.size !== 1) return durations;
  return durations.map((duration, index) =>
    index < durations.length - 1 ? (duration.split(' ')[0] ?? duration) : duration,
  );
}
