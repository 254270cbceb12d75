/** What a reader must know of a run as a whole before believing its picture. */
import { placeOf } from './places';
import type { Trace } from './schema';
import { placeWords } from './words';

/** Sentences in order of weight; none for a run that finished and was recorded whole. */
export function noticesOf(trace: Trace): readonly string[] {
  const notices: string[] = [];
  const { outcome } = trace;
  if (outcome.kind === 'startup-error') {
    notices.push(`Django did not start: ${outcome.error.type}: ${outcome.error.message}`);
  } else if (outcome.kind !== 'finished') {
    notices.push(outcome.message);
  }
  if (outcome.kind === 'deadlock') notices.push(...outcome.waiting.map((waiting) => stuck(trace, waiting)));
  if (trace.dropped > 0) notices.push(`The record stops early: ${trace.dropped} more events are left out.`);
  if (trace.unmodelled.length > 0) {
    notices.push(`Real work that this clock does not charge for: ${trace.unmodelled.join('; ')}.`);
  }
  return notices;
}

function stuck(
  trace: Trace,
  waiting: { readonly request: string | null; readonly what: string; readonly frame: number | null },
): string {
  const who = waiting.request === null ? 'The program' : `Request ${waiting.request}`;
  const place = placeOf(trace, { frame: waiting.frame });
  return `${who} waits for ${waiting.what}${place ? ` at ${placeWords(place)}` : ''}, and nothing will ever wake it.`;
}
