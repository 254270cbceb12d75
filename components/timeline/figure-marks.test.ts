import { describe, expect, test } from 'vitest';
import { derive } from '@/lib/trace/derive';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';
import { blockedTrace, mixedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { figureMarks } from './figure-marks';

const OPEN = { folded: new Set<number>(), plumbing: true };

describe('the marks of a figure', () => {
  test('every request has a row, its layers below it, outermost first', () => {
    const { rows } = figureMarks(derive(mixedTrace()), OPEN);
    expect(rows.map(({ label }) => label)).toEqual([
      'Request A',
      'RequestTimer',
      'SyncAudit',
      'View',
      'Request B',
      'RequestTimer',
      'SyncAudit',
      'View',
      'Thread w1',
      'Thread w2',
    ]);
  });

  test('a folded request keeps all its states in one row', () => {
    const timeline = derive(overlappingTrace());
    const { rows, boxes } = figureMarks(timeline, { ...OPEN, folded: new Set([0, 1, 2]) });
    expect(rows).toHaveLength(3);
    expect(rows[0]?.open).toBe(false);
    expect(rows[0]?.marks.map(({ shape }) => shape)).toEqual([
      'ready',
      'running',
      'suspended',
      'ready',
      'running',
    ]);
    expect(boxes).toEqual([]);
  });

  test('open or folded, the marks of a request cover its life once', () => {
    const timeline = derive(mixedTrace());
    for (const folded of [OPEN.folded, new Set([0, 1])]) {
      for (const group of timeline.groups) {
        const marks = figureMarks(timeline, { ...OPEN, folded })
          .rows.filter((row) => row.group === group.index)
          .flatMap((row) => row.marks)
          .sort((one, other) => one.from - other.from);
        expect(marks[0]?.from).toBe(group.track.start[0]);
        expect(marks.at(-1)?.to).toBe(group.track.end);
        marks.slice(1).forEach((mark, index) => {
          expect(mark.from).toBe(marks[index]?.to);
        });
      }
    }
  });

  test('a suspended mark names its await and leads to its line', () => {
    const { rows } = figureMarks(derive(overlappingTrace()), OPEN);
    const suspended = rows.flatMap((row) => row.marks).find(({ shape }) => shape === 'suspended');
    expect(suspended).toMatchObject({ chip: 'await · line 8', place: { file: 'middleware.py', line: 8 } });
  });

  test('work in a thread is a ghost at home and solid in the lane of the thread', () => {
    const { rows, connectors } = figureMarks(derive(mixedTrace()), OPEN);
    const shapes = (label: string) =>
      rows.find((row) => row.label === label)?.marks.map(({ shape }) => shape);
    expect(shapes('RequestTimer')).toContain('ghost');
    expect(shapes('Thread w1')).toEqual(['queued', 'in-thread', 'held']);
    expect(connectors.filter(({ group }) => group === 0)).toHaveLength(2);
  });

  test('a box encloses the rows of everything that its layer called', () => {
    const { boxes } = figureMarks(derive(mixedTrace()), OPEN);
    expect(boxes.filter(({ group }) => group === 0).map(({ top, bottom }) => [top, bottom])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('each hold of the loop casts a shadow', () => {
    const { shadows, loop } = figureMarks(derive(blockedTrace()), OPEN);
    expect(shadows.map(({ label }) => label)).toEqual(Array(3).fill('loop held 200 ms'));
    expect(loop?.marks.filter(({ shape }) => shape === 'blocking')).toHaveLength(3);
  });

  test('an error and a cancelled request carry a sign', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    builder.turn(task);
    builder.emit('response-start', { status: 500 }, { request: 'A', task });
    builder.emit('task-end', { how: 'cancel' }, { request: 'A', task });
    const { rows } = figureMarks(derive(builder.build()), OPEN);
    expect(rows[0]?.signs.map(({ kind }) => kind)).toEqual(['arrive', 'error', 'cancelled']);
  });
});
