/** What the race finder finds, and what it leaves in peace: known races, and the same stacks repaired. */
import { describe, expect, it } from 'vitest';
import { filesOf } from '@/lib/playground/arrangement';
import { lookForRaces, type RaceVerdict } from '@/lib/races/races';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { racyStacks } from './racy-stacks';
import { traceOf } from './scenarios';

/** Of the orders, each of these races shows in two of five at least; the first that shows any is number 1. */
const ORDERS = 5;

/** Searches as a page does, without a clock and without shrinking: the machine's speed has no part in it. */
function search(scenario: ScenarioInput): Promise<RaceVerdict> {
  const found = new AbortController();
  return lookForRaces({
    files: filesOf(scenario),
    orders: ORDERS,
    milliseconds: 1,
    run: traceOf,
    signal: found.signal,
    now: () => 0,
    onProgress: ({ kind }) => kind === 'shrinking' && found.abort(),
  });
}

describe.each(racyStacks)('$name', ({ racy, repaired }) => {
  it('is found', async () => {
    const verdict = await search(racy);
    if (verdict.kind !== 'differs') throw new Error('nothing was found');
    const { usual, other, differences } = verdict.found;
    expect([usual.outcome, other.outcome]).toEqual([{ kind: 'finished' }, { kind: 'finished' }]);
    expect(differences).not.toEqual([]);
  });

  it('is not found in its repaired form', async () => {
    expect(await search(repaired)).toEqual({ kind: 'same', tried: ORDERS, of: ORDERS, ended: 'all' });
  });
});
