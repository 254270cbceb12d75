import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import { pipelineOf, pipelineSteps } from './pipeline';
import { bridgeWords, stepWords, whereWords } from './pipeline-words';
import { TraceBuilder } from './testing/build-trace';
import { mixedTrace, overlappingTrace } from './testing/sample-traces';

function told(trace: ReturnType<typeof mixedTrace>): readonly string[] {
  const timeline = derive(trace);
  const steps = pipelineSteps(timeline);
  return steps.map((step, index) => stepWords(pipelineOf(timeline), step, steps[index - 1] ?? null));
}

describe('the stack as a pipeline', () => {
  test('each layer says where it runs, and over which bridge requests come to it', () => {
    const layers = pipelineOf(derive(mixedTrace()));
    expect(layers.map(({ layer, thread }) => `${layer.name} ${whereWords(thread)}`)).toEqual([
      'RequestTimer on the loop',
      'SyncAudit in thread w1',
      'view on the loop',
    ]);
    expect(layers.map(({ bridges }) => bridges.map(bridgeWords))).toEqual([
      [],
      ['sync_to_async, to thread w1'],
      ['async_to_sync, to the loop'],
    ]);
  });

  test('a layer that no request reached has no place', () => {
    const layers = pipelineOf(derive(new TraceBuilder(['Outer', 'view']).build()));
    expect(layers.map(({ thread }) => whereWords(thread))).toEqual(['never reached', 'never reached']);
  });

  test('what a layer sends to a thread itself is no bridge to the next layer', () => {
    const builder = new TraceBuilder(['Caller', 'view']);
    const worker = builder.thread('w1', 'A');
    const task = builder.arrive('A');
    const caller = { request: 'A', task, layer: 'Caller' };
    builder.turn(task);
    builder.emit('layer-enter', {}, caller);
    const { hop, submit } = builder.toThread(task, 'look_up', caller);
    const started = builder.emit('hop-start', { hop }, { request: 'A', thread: worker, cause: submit });
    const ended = builder
      .at(50)
      .emit('hop-end', { hop, how: 'return' }, { request: 'A', thread: worker, cause: started });
    builder.wake(task, 'thread', ended);
    builder.turn(task);
    builder.emit('hop-return', { hop }, { request: 'A', task });
    builder.at(51).emit('layer-enter', {}, { ...caller, layer: 'view' });
    const timeline = derive(builder.build(60));
    expect(pipelineOf(timeline)[1]?.bridges).toEqual([]);
    expect(pipelineSteps(timeline).some(({ standing }) => standing.some(({ onBridge }) => onBridge))).toBe(
      false,
    );
  });

  test('a request goes in, waits, and comes out the way it came', () => {
    const own = told(overlappingTrace()).filter((words) => words.includes('equest A'));
    expect(own).toEqual([
      'Request A goes in through RequestTimer, on the loop.',
      'Request A is suspended in RequestTimer, line 8 of middleware.py. The loop is free for others.',
      'Request A could go on in RequestTimer, and waits for the loop.',
      'The response to request A goes to the client.',
    ]);
  });

  test('between a sync and an async layer the request is on the bridge, both ways', () => {
    const words = told(mixedTrace()).join('\n');
    expect(words).toContain('Request A crosses the bridge below RequestTimer: sync_to_async, to thread w1.');
    expect(words).toContain('Request A goes in through SyncAudit, in thread w1.');
  });
});
