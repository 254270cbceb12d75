/** The lines of a file on which a run has events, so that a click on them leads somewhere. */
import { placesOf } from '@/lib/trace/places';
import type { Trace } from '@/lib/trace/schema';

const NONE: ReadonlySet<number> = new Set();

export function eventfulLines(trace: Trace | null, file: string): ReadonlySet<number> {
  if (trace === null) return NONE;
  const lines = new Set<number>();
  for (const event of trace.events) {
    for (const place of placesOf(trace, event)) if (place.file === file) lines.add(place.line);
  }
  return lines;
}
