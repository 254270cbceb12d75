import { describe, expect, test } from 'vitest';
import { placeInJson } from './json-place';
import { readTrace } from './read-trace';
import { mixedTrace, overlappingTrace } from './testing/sample-traces';

const sound = overlappingTrace();
const written = (value: unknown) => JSON.stringify(value, null, 2);
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('a file with a trace', () => {
  test('is read back as it was written', () => {
    for (const trace of [sound, mixedTrace()]) {
      expect(readTrace(JSON.stringify(trace))).toEqual({ trace, refusal: null });
    }
  });

  test('may be what the command line prints for one scenario', () => {
    expect(readTrace(`[${JSON.stringify(sound)}]\n`).trace).toEqual(sound);
    expect(readTrace(JSON.stringify([sound, sound])).refusal?.reason).toMatch(/list of 2 traces/);
  });
});

describe('a file is refused with the reason', () => {
  test('when it is cut short, with the line', () => {
    const text = written(sound);
    const { refusal } = readTrace(`${text.slice(0, 400)}}`);
    expect(refusal?.reason).toMatch(/not JSON/);
    expect(refusal?.place?.line).toBeGreaterThan(5);
  });

  test('when it is something else', () => {
    expect(readTrace('{"name": "await-points"}').refusal?.reason).toMatch(/no trace/);
    expect(readTrace('[]').refusal?.reason).toMatch(/list of 0 traces/);
    expect(readTrace(written({ ...sound, schema: 99 })).refusal?.reason).toMatch(/schema 99.*schema 1/);
  });

  test('when a value does not fit, at its line', () => {
    const text = written({ ...sound, duration: 'long' });
    const { refusal } = readTrace(text);
    expect(refusal?.reason).toMatch(/^It does not fit the schema at `duration`/);
    expect(refusal?.place?.line).toBe(lineOf(text, '"long"'));
    const events = sound.events.map((event, index) => (index === 4 ? { ...event, t: -1 } : event));
    const wrongEvent = written({ ...sound, events });
    expect(readTrace(wrongEvent).refusal?.place?.line).toBe(lineOf(wrongEvent, '"t": -1'));
  });

  test('when it tells of what cannot happen', () => {
    const events = sound.events.map((event) => (event.kind === 'wake' ? { ...event, cause: null } : event));
    const { refusal } = readTrace(written({ ...sound, events }));
    expect(refusal?.reason).toMatch(
      /^It says what cannot have happened: event 2 \(wake\) has no cause; .*more\.$/,
    );
    expect(refusal?.place).not.toBeNull();
  });
});

describe('places in JSON', () => {
  const text = '{\n  "a, \\"b": [1, {"c": "]"},\n    {"d": true}],\n  "e": null\n}';

  test('are found through strings that look like structure', () => {
    expect(placeInJson(text, ['a, "b', 2, 'd'])).toEqual({ line: 3, column: 11 });
    expect(placeInJson(text, ['a, "b', 1, 'c'])).toEqual({ line: 2, column: 23 });
    expect(placeInJson(text, ['e'])).toEqual({ line: 4, column: 8 });
  });

  test('of what is missing are those of what should hold it', () => {
    expect(placeInJson(text, ['a, "b', 2, 'x'])).toEqual({ line: 3, column: 5 });
    expect(placeInJson(text, ['nothing'])).toEqual({ line: 1, column: 1 });
  });
});
