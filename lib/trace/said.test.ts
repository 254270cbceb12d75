import { expect, test } from 'vitest';
import { compareRuns } from './compare';
import { derive } from './derive';
import { TraceBuilder } from './testing/build-trace';

function printing(...lines: string[]) {
  const builder = new TraceBuilder(['view']);
  const task = builder.at(0).arrive('A');
  builder.turn(task);
  for (const text of lines) {
    builder.emit('output', { stream: 'stdout', text, loop: 'server' }, { request: 'A', task });
  }
  builder.emit('response-end', {}, { request: 'A', task });
  builder.emit('request-end', { error: null }, { request: 'A', task });
  builder.turnEnd(task);
  return derive(builder.build());
}

const saidFor = (before: string[], after: string[]) =>
  compareRuns(printing(...before), printing(...after)).requests.flatMap(({ said }) => said);

test('lines that both runs print are no difference, in whatever order they come', () => {
  expect(saidFor(['in', 'out'], ['out', 'in'])).toEqual([]);
});

test('a line that changed stands beside the one it was, and each repetition counts', () => {
  expect(saidFor(['in', 'id-c', 'out'], ['in', 'id-a', 'out'])).toEqual([
    { what: 'printed', before: 'id-c', after: 'id-a' },
  ]);
  expect(saidFor(['again', 'again'], ['again'])).toEqual([{ what: 'printed', before: 'again', after: null }]);
});
