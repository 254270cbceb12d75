import { describe, expect, test } from 'vitest';
import { filesOf, readArrangement } from '@/lib/playground/arrangement';
import type { Scenario } from '@/lib/simulator/scenario';
import type { Trace } from '@/lib/trace/schema';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';
import { sizeWords, verdictWords } from './race-words';
import { inOrder, lookForRaces, type RaceSearch } from './races';

const files = filesOf({
  id: 'x',
  layers: ['middleware.timer', 'lost.lost'],
  files: { 'middleware.py': '', 'lost.py': '', 'views.py': '' },
  view_entry: 'views.view',
  requests: ['A', 'B', 'C'].map((id) => ({ id, path: '/' })),
});
const base = new TraceBuilder(['view']).build();
const ended = (message: string): Trace => ({ ...base, outcome: { kind: 'exit', message, frame: null } });

/** A stack that loses something from order `from` on, as long as A, C and the layer `lost` are in it. */
const losing =
  (from: number) =>
  async ({ seed, requests, layers }: Scenario) => {
    const ids = requests.map(({ id }) => id);
    const canLose = ids.includes('A') && ids.includes('C') && layers.includes('lost.lost');
    return ended(canLose && seed >= from ? 'lost' : 'kept');
  };
const search = (change: Partial<RaceSearch>) =>
  lookForRaces({
    files,
    orders: 10,
    milliseconds: 1000,
    run: losing(4),
    signal: new AbortController().signal,
    now: () => 0,
    onProgress: () => undefined,
    ...change,
  });

describe('the search', () => {
  test('names the first order that differs, and shrinks to what the difference needs', async () => {
    const verdict = await search({});
    if (verdict.kind !== 'differs') throw new Error('nothing was found');
    expect(verdict.found.order).toBe(4);
    expect(verdictWords(verdict)).toBe(
      'In order 4 the outcome differs: the end of the run is “exit: kept” in the usual order and “exit: lost” in order 4.',
    );
    const { arrangement } = readArrangement(verdict.shortest.files);
    expect(arrangement?.requests.map(({ id }) => id)).toEqual(['A', 'C']);
    expect(arrangement?.layers.map(({ path }) => path)).toEqual(['lost.lost']);
    expect(arrangement?.seed).toBe(4);
    expect(sizeWords(verdict.shortest.size)).toBe('2 requests and 1 layer');
  });

  test('says so when all orders come to the same, and how far it is', async () => {
    const told: string[] = [];
    const verdict = await search({
      run: losing(99),
      onProgress: (progress) =>
        told.push(progress.kind === 'trying' ? `${progress.order}/${progress.of}` : 'no'),
    });
    expect(verdictWords(verdict)).toBe('None found in 10 orders: the outcome is the same in all of them.');
    expect(told).toHaveLength(10);
    expect(told.at(-1)).toBe('10/10');
  });

  test('ends when it is cancelled, in the middle of a run too', async () => {
    const abort = new AbortController();
    const run = async (scenario: Scenario) => {
      if (scenario.seed < 3) return ended('kept');
      abort.abort();
      throw new Error('cancelled');
    };
    expect(verdictWords(await search({ run, signal: abort.signal }))).toBe(
      'Cancelled after 2 of 10 orders: the outcome was the same in them.',
    );
  });

  test('ends when its time is over', async () => {
    let now = 0;
    const verdict = await search({ run: losing(99), now: () => (now += 300) });
    expect(verdict).toMatchObject({ kind: 'same', ended: 'time' });
    expect(verdictWords(verdict)).toMatch(/^Ended, because it took too long, after \d of 10 orders/);
  });

  test('does not hide a run that failed', async () => {
    await expect(search({ run: () => Promise.reject(new Error('out of memory')) })).rejects.toThrow('memory');
  });
});

test('the order is kept in the arrangement, and so in the link', () => {
  expect(readArrangement(inOrder(files, 7)).arrangement?.seed).toBe(7);
});
