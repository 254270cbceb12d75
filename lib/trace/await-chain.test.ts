import { describe, expect, test } from 'vitest';
import { type AwaitChain, chainSteps, deepestChain, keysOf } from './await-chain';
import { chainWords, isOwn, linkWords, partsThere, segmentWords } from './await-chain-words';
import { derive } from './derive';
import type { Trace } from './schema';
import { mixedTrace, overlappingTrace } from './testing/sample-traces';

function stepsOf(trace: Trace) {
  const timeline = derive(trace);
  const [group] = timeline.groups;
  if (group === undefined) throw new Error('no request');
  return chainSteps(timeline, group);
}

const written = ({ segments }: AwaitChain): readonly string[] =>
  segments.map(
    (segment) => `${segmentWords(segment)}: ${segment.links.filter(isOwn).map(linkWords).join(' > ')}`,
  );

describe('the chain of awaits', () => {
  test('grows from the server’s task through the bridges to the view, and is taken down the same way', () => {
    const steps = stepsOf(mixedTrace());
    expect(steps.map(({ standing }) => written(standing).join(' | '))).toEqual(
      [
        'the server’s task: request A: RequestTimer',
        'the server’s task: request A: RequestTimer | thread w1: SyncAudit',
        'the server’s task: request A: RequestTimer | thread w1: SyncAudit | a new task, made by the bridge: view',
        'the server’s task: request A: RequestTimer | thread w1: SyncAudit',
        '',
      ].map((line) => line.replace(': view', ': the view')),
    );
  });

  test('below a sync layer the async code runs in a task of its own, and the thread is held meanwhile', () => {
    const deepest = deepestChain(stepsOf(mixedTrace()));
    expect(deepest?.segments.map(({ kind, madeBy }) => `${kind} ${madeBy}`)).toEqual([
      'task server',
      'thread bridge',
      'task bridge',
    ]);
    expect(deepest && chainWords(deepest, null)).toContain('Thread w1 is held all the while.');
  });

  test('each step says what has changed', () => {
    const steps = stepsOf(overlappingTrace());
    const words = steps.map(({ standing }, index) =>
      chainWords(standing, steps[index - 1]?.standing ?? null),
    );
    expect(words[0]).toBe('The chain grows: Django awaits RequestTimer. Now RequestTimer runs.');
    expect(words[1]).toBe(
      'Now RequestTimer awaits asyncio.sleep(0.2) until 200 ms, and everyone above waits with it: the whole chain is suspended, and the loop is free.',
    );
    expect(words.at(-1)).toContain('The chain is gone');
  });

  test('a shorter chain of the same request is the beginning of the deepest one', () => {
    const steps = stepsOf(mixedTrace());
    const whole = deepestChain(steps);
    if (whole === null) throw new Error('no chain');
    const there = steps.map(({ standing }) => partsThere(standing, whole));
    expect(there).toEqual([2, 4, keysOf(whole).length, 4, 0]);
  });

  test('a chain that is another one is no part of it', () => {
    const one = deepestChain(stepsOf(mixedTrace()));
    const other = deepestChain(stepsOf(overlappingTrace()));
    if (one === null || other === null) throw new Error('no chain');
    expect(partsThere(one, other)).toBeNull();
  });
});
