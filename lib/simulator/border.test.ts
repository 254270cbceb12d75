import { describe, expect, it } from 'vitest';
import { buildTrace } from '@/tests/support/trace';
import { traceFromJson } from './border';

const sound = buildTrace({
  frames: [{ id: 0, line: 3 }],
  events: [
    { kind: 'request-arrive', request: 'A' },
    { kind: 'request-end', request: 'A', error: null },
  ],
});
const [arrival, end] = sound.events;

describe('the border', () => {
  it('lets a sound trace in', () => {
    expect(traceFromJson(JSON.stringify(sound))).toEqual(sound);
  });

  it.each([
    ['what is no JSON', '{"kind":'],
    ['what is no trace', '{"kind":"trace"}'],
    ['a trace with something more in it', JSON.stringify({ ...sound, script: 'alert(1)' })],
    ['an event of a kind of its own', JSON.stringify({ ...sound, events: [{ ...arrival, kind: 'forged' }] })],
  ])('keeps %s out, in a sentence', (_, text) => {
    expect(() => traceFromJson(text)).toThrow(/gave as its trace is none, so it is not shown/);
  });

  it.each([
    ['events out of order', { ...sound, events: [{ ...arrival, t: 5 }, end], duration: 9 }],
    ['an event beyond the end', { ...sound, events: [{ ...arrival, t: 5 }] }],
    ['an event brought about by a later one', { ...sound, events: [{ ...arrival, cause: 1 }, end] }],
    ['a request that was never made', { ...sound, events: [{ ...arrival, request: 'Z' }] }],
    ['an unknown thread', { ...sound, events: [{ ...arrival, thread: 99 }] }],
    ['a stack of unknown frames', { ...sound, stacks: [{ id: 0, frames: [7] }] }],
    ['an executed line of an unknown frame', { ...sound, lines: [0, 1, 7] }],
    ['executed lines that are no triples', { ...sound, lines: [0, 1] }],
  ])('keeps out a trace with %s', (_, trace) => {
    expect(() => traceFromJson(JSON.stringify(trace))).toThrow(
      /contradicts itself \(.+\), so it is not shown/,
    );
  });
});
