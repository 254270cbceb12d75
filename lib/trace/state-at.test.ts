import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import { lineMarksAt, nextOnLine } from './line-marks';
import type { TraceEvent } from './schema';
import { stateAt } from './state-at';
import { resolveStops } from './stops';
import { blockedTrace, mixedTrace, overlappingTrace } from './testing/sample-traces';
import type { Timeline } from './timeline';

function momentOf(timeline: Timeline, kind: TraceEvent['kind'], request: string): number {
  const event = timeline.trace.events.find((own) => own.kind === kind && own.request === request);
  if (!event) throw new Error(`no ${kind} of ${request}`);
  return event.seq;
}

describe('the now', () => {
  test('while a request blocks, it holds the loop and the others are ready in the order they came', () => {
    const timeline = derive(blockedTrace());
    const now = stateAt(timeline, momentOf(timeline, 'block-end', 'A') - 1);
    expect(now.holder).toMatchObject({
      blocking: true,
      group: { request: { id: 'A' } },
      layer: { name: 'RequestTimer' },
      place: { file: 'middleware.py', line: 8 },
    });
    expect(now.ready.map(({ group }) => group.request?.id)).toEqual(['B', 'C']);
  });

  test('a suspended request names its await point and what it waits for', () => {
    const timeline = derive(overlappingTrace());
    const now = stateAt(timeline, momentOf(timeline, 'request-arrive', 'C'));
    expect(now.holder).toBeNull();
    expect(now.suspended).toHaveLength(2);
    expect(now.suspended[0]).toMatchObject({
      group: { request: { id: 'A' } },
      place: { file: 'middleware.py', line: 8 },
      waitsFor: { on: 'timer', what: 'asyncio.sleep(0.2)', until: 200_000 },
    });
  });

  test('before a request arrives it is absent, and after its end it has ended', () => {
    const timeline = derive(overlappingTrace());
    expect(stateAt(timeline, 0).requests.map(({ state }) => state)).toEqual(['ready', 'absent', 'absent']);
    expect(stateAt(timeline, timeline.end - 1).requests.map(({ state }) => state)).toEqual([
      'ended',
      'ended',
      'ended',
    ]);
  });

  test('a thread tells whether it works or only waits for the loop', () => {
    const timeline = derive(mixedTrace());
    const working = stateAt(timeline, momentOf(timeline, 'hop-start', 'A'));
    expect(working.threads[0]?.working?.group).toBe(0);
    const held = stateAt(timeline, momentOf(timeline, 'request-arrive', 'B') + 15);
    expect(held.threads[0]).toMatchObject({ working: null, held: { group: 0 } });
  });
});

describe('marks in the editor', () => {
  test('name the current line, every suspended await and who is ready', () => {
    const timeline = derive(overlappingTrace());
    const marks = lineMarksAt(timeline, momentOf(timeline, 'layer-enter', 'C'));
    expect(marks.map(({ line, kind, request }) => [line, kind, request])).toEqual([
      [6, 'current', 'C'],
      [8, 'suspended', 'A'],
      [8, 'suspended', 'B'],
    ]);
    expect(marks[1]?.label).toBe('Request A is suspended at this await: it waits for a timer until 200 ms.');
  });

  test('mark the awaits of the layers above, too, and let them be walked', () => {
    const trace = overlappingTrace();
    const suspend = trace.events.find(({ kind, request }) => kind === 'suspend' && request === 'A');
    const outer = { id: 900, file: 'outer.py', function: 'Outer', line: 4, origin: 'learner' as const };
    const timeline = derive({
      ...trace,
      frames: [...trace.frames, outer],
      stacks: [{ id: 0, frames: [suspend?.frame ?? 0, outer.id] }],
      events: trace.events.map((event) =>
        event.seq === suspend?.seq && event.kind === 'suspend' ? { ...event, stack: 0 } : event,
      ),
    });
    const marks = lineMarksAt(timeline, momentOf(timeline, 'layer-enter', 'C'));
    expect(marks.filter(({ file }) => file === 'outer.py')).toEqual([
      {
        file: 'outer.py',
        line: 4,
        kind: 'suspended',
        request: 'A',
        label: 'Request A awaits here what is suspended further in.',
      },
    ]);
    expect(nextOnLine(timeline, { file: 'outer.py', line: 4 }, 0)).toBe(suspend?.seq);
  });

  test('say where the loop is blocked', () => {
    const timeline = derive(blockedTrace());
    expect(lineMarksAt(timeline, momentOf(timeline, 'block-begin', 'A'))).toEqual([
      {
        file: 'middleware.py',
        line: 8,
        kind: 'blocking',
        request: 'A',
        label: 'Request A blocks the loop here.',
      },
    ]);
  });

  test('walk the events of a line, and begin again after the last one', () => {
    const timeline = derive(overlappingTrace());
    const place = { file: 'middleware.py', line: 8 };
    const first = nextOnLine(timeline, place, -1);
    const second = nextOnLine(timeline, place, first ?? 0);
    expect(second).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
    expect(nextOnLine(timeline, place, timeline.end)).toBe(first);
    expect(nextOnLine(timeline, { file: 'middleware.py', line: 999 }, 0)).toBeNull();
  });
});

describe('authored stops', () => {
  const timeline = derive(overlappingTrace());

  test('are found by event or by time, and stand in order', () => {
    const stops = resolveStops(timeline, [
      { at: 100_000, caption: 'All three wait.' },
      { at: { event: 'layer-enter', request: 'B', layer: 'RequestTimer' }, caption: 'B goes in.' },
      { at: { event: 'turn-begin', nth: 4 }, caption: 'A goes on.' },
    ]);
    expect(stops.map(({ caption }) => caption)).toEqual(['B goes in.', 'All three wait.', 'A goes on.']);
    expect(stops[0]?.position).toBe(momentOf(timeline, 'layer-enter', 'B'));
  });

  test('whose event is not in this run are left out', () => {
    expect(resolveStops(timeline, [{ at: { event: 'cancel' }, caption: 'Never.' }])).toEqual([]);
  });
});
