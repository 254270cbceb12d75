import { describe, expect, test } from 'vitest';
import { describeVerdicts, judge, type Outcomes, staleExclusions } from './verdict';

const MODULE = { suite: 'django', module: 'handlers' } as const;
const passed = { kind: 'passed', detail: '' } as const;
const failed = { kind: 'failed', detail: 'AssertionError: 1 != 2' } as const;
const skipped = { kind: 'skipped', detail: 'no reason' } as const;

const native: Outcomes = { a: passed, b: passed, c: skipped, d: failed };

describe('a module of a suite', () => {
  test('is measured by the ids that pass natively', () => {
    const verdict = judge(MODULE, native, { a: passed, b: passed, c: failed, d: failed }, {});
    expect(verdict).toMatchObject({ nativePassed: 2, passed: 2, failed: 0, missing: [], mistakes: [] });
  });

  test('fails for an id that passes natively and not here, with what it said', () => {
    const verdict = judge(MODULE, native, { a: passed, b: failed }, {});
    expect(verdict).toMatchObject({ passed: 1, failed: 1, missing: [{ id: 'b', reason: 'unexplained' }] });
    expect(verdict.mistakes).toEqual(['b passes natively and not here: AssertionError: 1 != 2']);
  });

  test('fails for an id that is skipped here, or never ran', () => {
    expect(judge(MODULE, native, { a: passed, b: skipped }, {}).mistakes).toHaveLength(1);
    expect(judge(MODULE, native, { a: passed }, {}).mistakes).toEqual([
      'b passes natively and not here: it did not run',
    ]);
  });

  test('tells the reason of an excluded id', () => {
    const verdict = judge(MODULE, native, { a: passed, b: failed }, { b: 'forks a process' });
    expect(verdict).toMatchObject({ missing: [{ id: 'b', reason: 'forks a process' }], mistakes: [] });
  });

  test('fails for an excluded id that passes', () => {
    const verdict = judge(MODULE, native, { a: passed, b: passed }, { b: 'forks a process' });
    expect(verdict.mistakes).toEqual(['b is on the list of exclusions and passes']);
  });

  test('fails where nothing passes natively, since nothing would be measured', () => {
    expect(judge(MODULE, {}, {}, {}).mistakes).toHaveLength(1);
  });
});

test('an exclusion that names no test is stale', () => {
  expect(staleExclusions({ a: 'forks', gone: 'forks' }, [native])).toEqual([
    'gone is on the list of exclusions and is no test',
  ]);
});

test('the table adds up, and lists each id that does not pass with its reason', () => {
  const verdict = judge(MODULE, native, { a: passed, b: failed }, { b: 'forks a process' });
  const text = describeVerdicts([verdict, verdict], '3.11.7');
  expect(text).toContain('| django | `handlers` | 2 | 2 | 1 | 1 | 0 |');
  expect(text).toContain('| all | 50.0 % | 4 | 4 | 2 | 2 | 0 |');
  expect(text).toContain('Not passed here:\n\n- `b`: forks a process\n');
  expect(text).toContain('they do not pass natively:\n\n- `c`: no reason\n- `d`: fails\n');
});
