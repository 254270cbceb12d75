/** A wait in words: what the arrows from await to resume say. */
import { formatDuration } from './duration';
import { WAKE_REASONS } from './sentences';
import { threadById } from './tables';
import type { Timeline } from './timeline';
import { timeAtPosition } from './times';
import { groupOfEvent, type Wait } from './wakes';
import { placeWords, requestName, threadName } from './words';

/** 'Awaits at line 8 of middleware.py. Ready at 200 ms: its time is up. Goes on 180 ms later.' */
export function waitWords(timeline: Timeline, wait: Wait): string {
  const { suspend, ready, resume, place } = wait;
  const at = (position: number) => timeAtPosition(timeline.times, position);
  const awaits =
    suspend === null ? [] : [place === null ? 'Awaits in Django.' : `Awaits at ${placeWords(place)}.`];
  if (ready === null) return [...awaits, 'Nothing wakes it in this run.'].join(' ');
  const late = resume === null ? null : at(resume) - at(ready);
  const goesOn =
    late === null
      ? 'It never goes on.'
      : late === 0
        ? 'Goes on at once.'
        : `Goes on ${formatDuration(late)} later.`;
  return [...awaits, `Ready at ${formatDuration(at(ready))}: ${reasonWords(timeline, wait)}.`, goesOn].join(
    ' ',
  );
}

function reasonWords(timeline: Timeline, { group, cause, why, suspend }: Wait): string {
  const reason = suspend === null ? 'it may begin' : WAKE_REASONS[why ?? 'start'];
  if (cause === null || suspend === null) return reason;
  const other = groupOfEvent(timeline, cause);
  if (other >= 0 && other !== group) return `${reason}, by ${requestName(timeline.groups[other])}`;
  const thread = threadById(timeline.trace, cause.thread);
  return thread !== null && thread.kind !== 'loop' && thread.kind !== 'main'
    ? `${threadName(thread)} is finished`
    : reason;
}
