/** Search: the moments of a run whose sentence, function, file, output or error holds a text. */
import { frameOf } from './places';
import type { Trace, TraceEvent } from './schema';
import type { StoryRow } from './story';

const texts = new WeakMap<readonly StoryRow[], readonly string[]>();

/** Moments in order, whatever the case of the letters. None for an empty query. */
export function momentsWith(trace: Trace, story: readonly StoryRow[], query: string): Uint32Array {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return new Uint32Array();
  const found = story.filter((row) => textsOf(trace, story)[row.moment]?.includes(wanted));
  return Uint32Array.from(found, (row) => row.moment);
}

/** Per event everything that it can be found by, made when it is first asked for. */
function textsOf(trace: Trace, story: readonly StoryRow[]): readonly string[] {
  const known = texts.get(story);
  if (known) return known;
  const made = story.map((row) => {
    const event = trace.events[row.moment];
    return event ? `${row.sentence}\n${wordsOf(trace, event)}`.toLowerCase() : '';
  });
  texts.set(story, made);
  return made;
}

function wordsOf(trace: Trace, event: TraceEvent): string {
  const frame = frameOf(trace, event.frame);
  const place = frame ? `${frame.function}\n${frame.file}:${frame.line}` : '';
  if (event.kind === 'output') return `${place}\n${event.text}`;
  if (event.kind === 'exception') return `${place}\n${event.type}: ${event.message}`;
  if (event.kind === 'suspend' || event.kind === 'block-begin' || event.kind === 'hop-submit') {
    return `${place}\n${event.what}`;
  }
  return place;
}
