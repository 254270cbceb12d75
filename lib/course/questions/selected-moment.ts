/** Where in a run something happened that an author means. */
import { loggedLines } from '@/lib/checks/evidence';
import type { Trace, TraceEvent } from '@/lib/trace/schema';
import { selectedEvent } from '@/lib/trace/stops';
import type { Selector } from './question-description';

/** The event that the selector means; null where the run has none. */
export function selectedMoment(trace: Trace, selector: Selector): TraceEvent | null {
  if ('event' in selector) return selectedEvent(trace, selector);
  const { logged, request, nth = 1 } = selector;
  const lines = loggedLines(trace).filter(
    (line) => line.text === logged && (request === undefined || line.event.request === request),
  );
  return lines[nth - 1]?.event ?? null;
}

/** The selector as a complaint names it. */
export function selectorWords(selector: Selector): string {
  const [what, more] =
    'event' in selector
      ? [selector.event, selector.layer === undefined ? '' : ` in ${selector.layer}`]
      : [`the line “${selector.logged}”`, ''];
  const whose = selector.request === undefined ? '' : ` of request ${selector.request}`;
  return `${what}${more}${whose}${selector.nth === undefined ? '' : `, number ${selector.nth}`}`;
}
