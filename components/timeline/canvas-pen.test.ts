// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { CanvasPen } from './canvas-pen';
import type { Letters } from './pen';

type Call = readonly [name: string, ...values: unknown[]];

/** A canvas that writes down what is done to it, the settings that hold at each stroke, fill and text included. */
function paper() {
  const calls: Call[] = [];
  const settings: Record<string, unknown> = {};
  const context = new Proxy(settings, {
    get: (own, name: string) =>
      name in own
        ? own[name]
        : (...values: unknown[]) => {
            if (name === 'setLineDash') own.dash = values[0];
            calls.push([name, ...values, ...(name === 'stroke' ? [{ ...own }] : [])]);
            return null;
          },
    set: (own, name: string, value: unknown) => {
      if (name === 'font') calls.push(['font', value]);
      own[name] = value;
      return true;
    },
  });
  return { calls, pen: new CanvasPen(context as unknown as CanvasRenderingContext2D), settings };
}

const names = (calls: readonly Call[]) => calls.map(([name]) => name);
const place = { x: 10, y: 20, width: 40, height: 12 };
const LETTERS: Letters = { size: 11, weight: 600, family: 'prose', colour: '#123456', align: 'middle' };

describe('a pen on a canvas', () => {
  test('fills a plain rectangle in one go', () => {
    const { calls, pen, settings } = paper();
    pen.rectangle(place, 0, { fill: '#abcdef' });
    expect(calls).toEqual([['fillRect', 10, 20, 40, 12]]);
    expect(settings.fillStyle).toBe('#abcdef');
  });

  test('never rounds a corner further than the mark is wide', () => {
    const { calls, pen } = paper();
    pen.rectangle({ ...place, width: 4 }, 7, { fill: '#abcdef' });
    expect(calls).toContainEqual(['roundRect', 10, 20, 4, 12, 2]);
  });

  test('draws dots as squares of their size and pitch, which a canvas draws faster', () => {
    const { calls, pen } = paper();
    pen.rectangle(place, 3, { stroke: { colour: '#000000', width: 2, dash: [0.1, 4], round: true } });
    expect(names(calls)).toContain('rect');
    const [, settings] = calls.find(([name]) => name === 'stroke') ?? [];
    expect(settings).toMatchObject({ lineCap: 'butt', dash: [2, expect.closeTo(2.1)] });
  });

  test('leaves dashes as they are', () => {
    const { calls, pen } = paper();
    pen.rectangle(place, 3, { stroke: { colour: '#000000', width: 1.25, dash: [5, 3] } });
    const [, settings] = calls.find(([name]) => name === 'stroke') ?? [];
    expect(settings).toMatchObject({ lineCap: 'butt', dash: [5, 3], lineWidth: 1.25 });
  });

  test('leaves out words that have no room, and sets a font only when it is another one', () => {
    const { calls, pen } = paper();
    pen.text('Request A', 0, 0, LETTERS, 20);
    pen.text('', 0, 0, LETTERS);
    expect(calls).toEqual([]);
    pen.text('A', 0, 0, LETTERS);
    pen.text('B', 5, 0, LETTERS);
    expect(names(calls)).toEqual(['font', 'fillText', 'fillText']);
  });

  test('keeps what is drawn inside a place inside it', () => {
    const { calls, pen } = paper();
    pen.inside(place, () => pen.rectangle(place, 0, { fill: '#abcdef' }));
    expect(names(calls)).toEqual(['save', 'beginPath', 'rect', 'clip', 'fillRect', 'restore']);
  });
});
