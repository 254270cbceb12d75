import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRuns, differenceOf, isSame, knownDifference, type MatchedRequest } from './compare';
import { comparisonSentences } from './comparison-sentences';
import { derive } from './derive';
import { programs, traceOf } from './testing/programs';
import { blockedTrace, mixedTrace, overlappingTrace } from './testing/sample-traces';

const blocked = derive(blockedTrace());
const overlapping = derive(overlappingTrace());
const mixed = derive(mixedTrace());

describe('a blocking layer against one that awaits', () => {
  const comparison = compareRuns(blocked, overlapping);
  const total = (name: string) => comparison.totals.find((own) => own.name === name);

  test('each request is matched, with the signed difference of its latency', () => {
    expect(comparison.requests.map(({ request, latency }) => [request, knownDifference(latency)])).toEqual([
      ['A', 2],
      ['B', 200_002 - 390_000],
      ['C', 200_002 - 580_000],
    ]);
  });

  test('a layer that both went through has the differences of its start and its duration', () => {
    const layer = comparison.requests[1]?.stretches.find(({ name }) => name === 'RequestTimer');
    expect(layer?.before).toMatchObject({ start: 200_000, duration: 200_000 });
    expect(layer?.after).toMatchObject({ start: 10_000, duration: 200_002 - 10_000 + 10_000 });
  });

  test('holds are only before, awaits only now, and each is listed', () => {
    expect(comparison.unmatched.map(({ side, request, kind, name }) => [side, request, kind, name])).toEqual([
      ['before', 'A', 'hold', 'time.sleep(0.2) in RequestTimer'],
      ['after', 'A', 'await', 'await 1 in RequestTimer'],
      ['before', 'B', 'hold', 'time.sleep(0.2) in RequestTimer'],
      ['after', 'B', 'await', 'await 1 in RequestTimer'],
      ['before', 'C', 'hold', 'time.sleep(0.2) in RequestTimer'],
      ['after', 'C', 'await', 'await 1 in RequestTimer'],
    ]);
  });

  test('the totals of both stand side by side', () => {
    expect(total('Wall time')).toMatchObject({ before: 600_000, after: 220_002 });
    expect(total('Loop blocked')).toMatchObject({ before: 600_000, after: 0 });
  });

  test('the first sentence says what changed and why, and the others follow', () => {
    expect(comparisonSentences(comparison)).toEqual([
      'Request C answers 380 ms sooner: nothing holds the event loop at line 8 of middleware.py any more.',
      'Request B answers sooner as well.',
      'The whole run takes 380 ms less.',
      '6 steps have no counterpart: 3 only before and 3 only now.',
    ]);
  });

  test('the other way round, the same place is named as the one that holds the loop now', () => {
    expect(comparisonSentences(compareRuns(overlapping, blocked))[0]).toBe(
      'Request C answers 380 ms later: the event loop is held for 200 ms at line 8 of middleware.py.',
    );
  });
});

test('crossings to threads are counted with their sign', () => {
  const comparison = compareRuns(overlapping, mixed);
  expect(comparison.requests.map(({ hops }) => differenceOf(hops))).toEqual([2, 2]);
  expect(comparisonSentences(comparison)).toContain('4 hops more between the loop and threads.');
  expect(comparison.unmatched).toContainEqual(
    expect.objectContaining({ side: 'before', request: 'C', kind: 'request', name: 'GET /c' }),
  );
});

test('the same hold on a line that an edit moved is not called gone', () => {
  const trace = blockedTrace();
  const files = trace.files.map(({ path, source }) => ({ path, source: `# a comment\n${source}` }));
  const frames = trace.frames.map((frame) => ({ ...frame, line: frame.line + 1 }));
  const moved = derive({ ...trace, files, frames });
  expect(comparisonSentences(compareRuns(blocked, moved))).toEqual([
    'Nothing differs: both runs did the same at the same times.',
  ]);
});

test('what is printed and answered is compared as well, and named where nothing else differs', () => {
  const trace = overlappingTrace();
  const answers = (id: string) =>
    derive({
      ...trace,
      requests: trace.requests.map((row) =>
        row.id === 'A' ? { ...row, headers: [['X-Id', id] as [string, string]], body: `I am ${id}` } : row,
      ),
    });
  const comparison = compareRuns(answers('one'), answers('other'));
  expect(comparison.requests.find(({ request }) => request === 'A')?.said).toEqual([
    { what: 'X-Id', before: 'one', after: 'other' },
    { what: 'body', before: 'I am one', after: 'I am other' },
  ]);
  expect(comparisonSentences(comparison)).toEqual([
    'Request A answers something else; all else is the same, to the microsecond.',
  ]);
  expect(isSame(comparison)).toBe(false);
  expect(comparisonSentences(compareRuns(blocked, answers('one'))).at(-1)).toBe(
    'Request A answers something else.',
  );
});

test('a status that changed is said first', () => {
  const trace = overlappingTrace();
  const failed = { ...trace, requests: trace.requests.map((row) => ({ ...row, status: 500 })) };
  expect(comparisonSentences(compareRuns(overlapping, derive(failed)))[0]).toBe(
    'Request A answers 500, where it answered 200 before.',
  );
});

const byRequest = (requests: readonly MatchedRequest[]) =>
  [...requests].sort((one, other) => ((one.request ?? '') < (other.request ?? '') ? -1 : 1));

test('runs without an answer in common say so', () => {
  const trace = overlappingTrace();
  const never = trace.requests.map((row) => ({ ...row, responseEnd: null }));
  const unanswered = derive({ ...trace, requests: never });
  expect(comparisonSentences(compareRuns(unanswered, overlapping))[0]).toBe(
    'There is no request that both runs answered.',
  );
});

describe('for any two programs', () => {
  test('a run does not differ from itself', () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(isSame(compareRuns(derive(traceOf(program)), derive(traceOf(program))))).toBe(true);
      }),
    );
  });

  test('exchanging the runs turns every sign and every side', () => {
    fc.assert(
      fc.property(programs, programs, (one, other) => {
        const [first, second] = [derive(traceOf(one)), derive(traceOf(other))];
        const there = compareRuns(first, second);
        const back = compareRuns(second, first);
        const differences = ({ requests, totals }: typeof there) => [
          ...totals.map(knownDifference),
          ...byRequest(requests).flatMap(({ latency, hops, stretches }) => [
            knownDifference(latency),
            differenceOf(hops),
            ...[...stretches]
              .sort((a, b) => (a.before.key < b.before.key ? -1 : 1))
              .map(({ before, after }) => after.duration - before.duration),
          ]),
        ];
        const turned = differences(back).map((value) => (value === null ? null : 0 - value));
        expect(differences(there)).toEqual(turned);
        const sides = (side: string, { unmatched }: typeof there) =>
          unmatched.filter((own) => own.side === side).length;
        expect(sides('before', there)).toBe(sides('after', back));
        expect(sides('after', there)).toBe(sides('before', back));
      }),
    );
  });

  test('every stretch of both runs is either matched or listed as unmatched', () => {
    fc.assert(
      fc.property(programs, programs, (one, other) => {
        const [first, second] = [derive(traceOf(one)), derive(traceOf(other))];
        const { requests, unmatched } = compareRuns(first, second);
        const steps = requests.reduce((sum, { stretches }) => sum + 2 * stretches.length, 0);
        const alone = unmatched.filter(({ kind }) => kind !== 'request').length;
        const again = compareRuns(first, first).requests.concat(compareRuns(second, second).requests);
        const matched = new Set(requests.map(({ request }) => request));
        const all = again
          .filter(({ request }) => matched.has(request))
          .reduce((sum, { stretches }) => sum + stretches.length, 0);
        expect(steps + alone).toBe(all);
      }),
    );
  });
});
