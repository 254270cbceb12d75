/** What a search for races came to, in words. They claim no more than was tried. */
import type { RaceVerdict, StackSize } from './races';
import { differenceWords } from './run-outcome';

/** What the search came to, in a sentence. */
export function verdictWords(verdict: RaceVerdict): string {
  if (verdict.kind === 'differs') {
    const { order, differences } = verdict.found;
    const [first] = differences;
    const more = differences.length - 1;
    return `In order ${order} the outcome differs: ${first === undefined ? '' : differenceWords(first, order)}${
      more > 0 ? `, and ${more} more ${more === 1 ? 'thing differs' : 'things differ'}` : ''
    }.`;
  }
  const { tried, of, ended } = verdict;
  if (ended === 'all') {
    return `None found in ${countWords(tried, 'order')}: the outcome is the same in ${tried === 1 ? 'it' : 'all of them'}.`;
  }
  const why = ended === 'cancelled' ? 'Cancelled' : 'Ended, because it took too long,';
  return `${why} after ${tried} of ${of} orders${tried === 0 ? '.' : ': the outcome was the same in them.'}`;
}

/** How large a stack is, in words: '2 requests and 1 layer'. */
export function sizeWords({ requests, layers }: StackSize): string {
  return `${countWords(requests, 'request')} and ${countWords(layers, 'layer')}`;
}

function countWords(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
