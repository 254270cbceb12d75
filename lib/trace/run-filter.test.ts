import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import { momentsWith } from './find-text';
import { groupsPassing, isFiltering, layerNames, NO_FILTER } from './run-filter';
import { story } from './story';
import { TraceBuilder } from './testing/build-trace';
import { blockedTrace, mixedTrace } from './testing/sample-traces';

const blocked = derive(blockedTrace());
const mixed = derive(mixedTrace());

function manyRequests() {
  const builder = new TraceBuilder(['view']);
  for (const id of ['R1', 'R2', 'R10', 'R12']) {
    const task = builder.arrive(id);
    builder.turn(task);
    if (id === 'R12') builder.emit('disconnect', {}, { request: id, task });
    builder.emit('task-end', { how: 'return' }, { request: id, task });
    builder.turnEnd(task);
  }
  return derive(builder.build());
}

describe('a filter', () => {
  test('lets everybody through until something is asked for', () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(groupsPassing(blocked, NO_FILTER)).toEqual([0, 1, 2]);
  });

  test('by request takes a whole id at its word, and parts of ids and paths otherwise', () => {
    const timeline = manyRequests();
    const passing = (requests: string) => groupsPassing(timeline, { ...NO_FILTER, requests });
    expect(passing('r1')).toEqual([0]);
    expect(passing('R1, r2')).toEqual([0, 1]);
    expect(passing('1')).toEqual([0, 2, 3]);
    expect(passing('/r12')).toEqual([3]);
    expect(passing('nobody')).toEqual([]);
  });

  test('by layer or state shows the requests that went through any of them', () => {
    expect(groupsPassing(mixed, { ...NO_FILTER, layers: ['SyncAudit'] })).toEqual([0, 1]);
    expect(groupsPassing(mixed, { ...NO_FILTER, layers: ['Nobody'] })).toEqual([]);
    expect(groupsPassing(mixed, { ...NO_FILTER, fates: ['blocking'] })).toEqual([]);
    expect(groupsPassing(blocked, { ...NO_FILTER, fates: ['blocking'] })).toEqual([0, 1, 2]);
    expect(groupsPassing(manyRequests(), { ...NO_FILTER, fates: ['cancelled'] })).toEqual([3]);
  });

  test('offers the layers of the run, outermost first', () => {
    expect(layerNames(mixed)).toEqual(['RequestTimer', 'SyncAudit', 'view']);
  });
});

describe('a search', () => {
  const { trace } = blocked;
  const rows = story(blocked);
  const kinds = (query: string) => [...momentsWith(trace, rows, query)].map((at) => trace.events[at]?.kind);

  test('finds sentences, files with lines and what blocks, in any case', () => {
    expect(kinds('MIDDLEWARE.PY:8')).toEqual(Array(3).fill(['block-begin', 'block-end']).flat());
    expect(kinds('time.sleep(0.2)')).toEqual(['block-begin', 'block-begin', 'block-begin']);
    expect(kinds('request c arrives')).toEqual(['request-arrive']);
  });

  test('finds what was printed', () => {
    const builder = new TraceBuilder(['view']);
    builder.emit('output', { stream: 'stdout', text: 'tenant: Acme\n', loop: 'server' });
    const timeline = derive(builder.build());
    expect([...momentsWith(timeline.trace, story(timeline), 'acme')]).toEqual([0]);
  });

  test('of nothing finds nothing', () => {
    expect(kinds('  ')).toEqual([]);
    expect(kinds('no such thing')).toEqual([]);
  });
});
