import { describe, expect, test } from 'vitest';
import { axisOf } from '@/lib/trace/axis';
import { wholeAxis } from '@/lib/trace/axis-window';
import { derive } from '@/lib/trace/derive';
import { mixedTrace } from '@/lib/trace/testing/sample-traces';
import { figureMarks } from './figure-marks';
import { paintFigure, sheetFor } from './paint-figure';
import type { Palette } from './palette';
import { inSight } from './sight';
import { SvgPen } from './svg-pen';

const shades = {
  strong: '#111111',
  plain: '#222222',
  tint: '#333333',
  frame: '#444444',
  wash: '#555555',
  connector: '#666666',
};
const palette: Palette = {
  ink: '#000000',
  inkSoft: '#777777',
  inkFaint: '#888888',
  raised: '#ffffff',
  line: '#999999',
  lineStrong: '#aaaaaa',
  danger: '#bb0000',
  dangerWash: '#cc0000',
  dangerEdge: '#dd0000',
  greyInk: '#eeeeee',
  shades: () => shades,
};

/** The picture of a run, all of it. */
function pictureOf(width: number): string {
  const timeline = derive(mixedTrace());
  const axis = axisOf(timeline, 'steps');
  const scale = { axis, window: wholeAxis(axis) };
  const figure = figureMarks(timeline, { folded: new Set(), plumbing: false });
  const pen = new SvgPen();
  const sheet = sheetFor(figure, width);
  const seen = inSight(figure, { first: 0, last: figure.height }, scale, width);
  paintFigure(pen, timeline, seen, scale, palette, sheet);
  return pen.finish(sheet.width, sheet.height, 'A run');
}

const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

describe('a picture of a run', () => {
  const svg = pictureOf(1200);

  test('names itself and every row', () => {
    expect(svg).toContain('<title>A run</title>');
    for (const label of ['Event loop', 'Request A', 'SyncAudit', 'View', 'Thread w1 · for A']) {
      expect(svg).toContain(`>${label}</text>`);
    }
  });

  test('tells the states apart by more than colour', () => {
    // Suspended is hatched, away is dashed, and both are here twice.
    expect(count(svg, /fill="url\(#hatch-111111\)"/g)).toBe(2);
    expect(count(svg, /stroke-dasharray="5 3"/g)).toBeGreaterThanOrEqual(2);
    expect(svg).toContain('<pattern id="hatch-111111"');
  });

  test('leaves out words that have no room', () => {
    expect(pictureOf(1200)).toContain('await · line 5');
    expect(pictureOf(120)).not.toContain('line 5');
  });
});

test('what a pen is given to write cannot break out of the text', () => {
  const pen = new SvgPen();
  pen.text('<script>&"', 0, 0, { size: 11, weight: 400, family: 'prose', colour: '#000', align: 'left' });
  expect(pen.finish(10, 10, '</title><script>')).not.toContain('<script>');
});
