/** Where the keys lead on a row of tabs. */
import type { tabKeys } from '@/lib/shortcuts/keys';

const STEPS: Readonly<Record<keyof typeof tabKeys, (index: number, count: number) => number>> = {
  next: (index, count) => (index + 1) % count,
  previous: (index, count) => (index - 1 + count) % count,
  first: () => 0,
  last: (_, count) => count - 1,
};

/** The tab, counted from 0, to which a shortcut leads from this one. */
export function tabAfter(name: keyof typeof tabKeys, index: number, count: number): number {
  return STEPS[name](index, count);
}
