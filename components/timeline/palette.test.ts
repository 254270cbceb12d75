import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Shape } from './figure-model';
import { EXTENT, RADIUS } from './marks';
import { markLook } from './paint-rows';
import { type Palette, PLAIN, shadesOf } from './palette';
import type { Fill, Look } from './pen';
import { HUES, hue } from './placing';
import { contrast, evaluate, SIGHTS, type Sight, seenWith, type Theme, themeTokens } from './testing/colour';

const sheet = readFileSync('app/globals.css', 'utf8');
const groups = [-1, ...Array.from({ length: HUES }, (_, group) => group)];
const SHAPES = Object.keys(EXTENT) as readonly Shape[];
/** WCAG 1.4.11: what is needed to understand a graphic. */
const ENOUGH = 3;
/** WCAG 1.4.3: words of their size. A hue that looks a little lighter to some eyes leaves its bold letters this. */
const ENOUGH_FOR_WORDS = 4.5;
const LEAST_FOR_WORDS: Readonly<Record<Sight, number>> = {
  full: ENOUGH_FOR_WORDS,
  greyscale: ENOUGH_FOR_WORDS,
  protanopia: 4,
  deuteranopia: 4,
  tritanopia: 4,
};

/** The palette as style sheets write it: expressions, of which only these tests compute colours. */
const palette = { ...PLAIN, shades: (group: number) => shadesOf(hue(group)) } as unknown as Palette;
const lookOf = (shape: Shape, group: number) => markLook(shape, palette.shades(group), palette);

/** What ends a mark against the figure: its stroke, or without one its fill. */
function edgeOf({ fill, stroke }: Look): string {
  if (stroke) return stroke.colour;
  if (fill === undefined) throw new Error('a mark that is not drawn');
  return colourOf(fill);
}

const colourOf = (fill: Fill): string => (typeof fill === 'string' ? fill : fill.colour);

/** Everything about a mark that is left when its colour is not: how high it is, how it is filled and edged. */
function formOf(shape: Shape): string {
  const { fill, stroke } = lookOf(shape, 0);
  const { strong, raised } = { ...palette, ...palette.shades(0) };
  const filling =
    fill === undefined
      ? 'nothing'
      : typeof fill !== 'string'
        ? fill.texture
        : fill === strong
          ? 'solid'
          : fill === raised
            ? 'hollow'
            : 'pale';
  const edge = stroke === undefined ? 'no edge' : `edge ${stroke.width} ${stroke.dash?.join(' ') ?? 'solid'}`;
  return [EXTENT[shape].join(' '), `radius ${RADIUS[shape] ?? 3}`, filling, edge].join(', ');
}

for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
  const tokens = themeTokens(sheet, theme);
  for (const sight of SIGHTS) {
    const seen = (expression: string) => seenWith(sight, evaluate(expression, tokens));
    describe(`the marks in the ${theme} theme, ${sight === 'full' ? 'seen in full' : `seen with ${sight}`}`, () => {
      test('have edges that stand out from the figure', () => {
        const faint = SHAPES.flatMap((shape) =>
          groups
            .map((group) => ({ shape, group, edge: edgeOf(lookOf(shape, group)) }))
            .map(({ edge, ...mark }) => ({ ...mark, contrast: contrast(seen(edge), seen(PLAIN.raised)) })),
        ).filter((mark) => mark.contrast < ENOUGH);
        expect(faint).toEqual([]);
      });

      test('carry words that can be read', () => {
        const least = Math.min(
          ...groups.map((group) => contrast(seen(palette.shades(group).strong), seen(PLAIN.raised))),
        );
        expect(least).toBeGreaterThanOrEqual(LEAST_FOR_WORDS[sight]);
      });

      test('set what blocks the loop apart: its frame, its shadow, its words', () => {
        expect(contrast(seen(PLAIN.ink), seen(PLAIN.raised))).toBeGreaterThanOrEqual(7);
        expect(contrast(seen(PLAIN.danger), seen(PLAIN.raised))).toBeGreaterThanOrEqual(ENOUGH_FOR_WORDS);
      });
    });
  }
}

describe('without any colour', () => {
  test('no two states look alike', () => {
    const forms = Map.groupBy(SHAPES, formOf);
    expect([...forms.values()].filter((alike) => alike.length > 1)).toEqual([]);
  });
});
