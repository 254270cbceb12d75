/** Where the playhead stands, as a slider says it. */
import { momentAt, timeAt } from './axis';
import { formatProgress } from './duration';
import { holderAt } from './state-at';
import type { Timeline } from './timeline';
import { layerWords, requestName } from './words';

/** '140 of 620 ms, loop held by request B, RequestTimer line 9'. */
export function spokenPosition(timeline: Timeline, position: number): string {
  const progress = formatProgress(timeAt(timeline, position), timeline.times[timeline.end] ?? 0);
  if (timeline.loop === null) return progress;
  const holder = holderAt(timeline, timeline.loop, momentAt(timeline, position));
  if (holder === null) return `${progress}, loop idle`;
  if (holder.group === null) return `${progress}, loop running ${holder.name}`;
  const who = requestName(holder.group);
  const verb = holder.blocking ? 'blocked' : 'held';
  const inside = [holder.layer && layerWords(holder.layer), holder.place && `line ${holder.place.line}`];
  const where = inside.filter(Boolean).join(' ');
  return `${progress}, loop ${verb} by ${who}${where ? `, ${where}` : ''}`;
}
