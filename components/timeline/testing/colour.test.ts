import { describe, expect, test } from 'vitest';
import { contrast, evaluate, mix, parseColour, seenWith, themeTokens } from './colour';

const [black, white, grey] = ['#000000', '#ffffff', '#767676'].map(parseColour);
if (!black || !white || !grey) throw new Error('these are colours');

describe('contrast', () => {
  test('is that of WCAG', () => {
    expect(contrast(black, white)).toBeCloseTo(21);
    expect(contrast(white, white)).toBe(1);
    expect(contrast(grey, white)).toBeCloseTo(4.54, 2);
  });
});

describe('a mixture in oklab', () => {
  test('keeps the colours at its ends, and is as light as the browser makes it in between', () => {
    const blue = parseColour('#0072b2');
    for (const [share, own] of [
      [1, blue],
      [0, white],
    ] as const) {
      mix(blue, share, white).forEach((part, index) => {
        expect(part).toBeCloseTo(own[index] ?? 0, 5);
      });
    }
    // Half of black and white has half the lightness, of which light is the cube.
    expect(mix(black, 0.5, white)[0]).toBeCloseTo(0.125, 5);
  });
});

describe('eyes that see fewer colours', () => {
  test('see greys as they are', () => {
    for (const sight of ['greyscale', 'protanopia', 'deuteranopia', 'tritanopia'] as const) {
      seenWith(sight, grey).forEach((part, index) => {
        expect(part).toBeCloseTo(grey[index] ?? 0, 3);
      });
    }
  });

  test('without red cones, a red is darker', () => {
    const red = parseColour('#d00000');
    expect(contrast(seenWith('protanopia', red), white)).toBeGreaterThan(contrast(red, white));
  });
});

describe('tokens', () => {
  const sheet = ':root { --ink: light-dark(#000000, #ffffff); --raised: light-dark(#ffffff, #000000); }';

  test('are those of a theme', () => {
    expect(themeTokens(sheet, 'light').get('--ink')).toEqual(black);
    expect(themeTokens(sheet, 'dark').get('--ink')).toEqual(white);
  });

  test('and mixtures of them are evaluated; anything else is refused', () => {
    const tokens = themeTokens(sheet, 'light');
    expect(evaluate('color-mix(in oklab, var(--ink) 50%, var(--raised))', tokens)[0]).toBeCloseTo(0.125, 5);
    expect(() => evaluate('red', tokens)).toThrow(RangeError);
    expect(() => evaluate('var(--nothing)', tokens)).toThrow(RangeError);
  });
});
