/** Colours as they are seen: contrast, mixtures, and what is left of a colour for eyes that see fewer. Pure. */

/** Red, green and blue, linear, from 0 to 1. */
export type Linear = readonly [red: number, green: number, blue: number];
type Matrix = readonly [Linear, Linear, Linear];

const fromLight = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

/** A colour written as '#rrggbb'. Throws RangeError for anything else. */
export function parseColour(hex: string): Linear {
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex);
  if (parts === null) throw new RangeError(`${hex} is not written as #rrggbb`);
  const [red, green, blue] = parts.slice(1).map((part) => fromLight(Number.parseInt(part, 16) / 255));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Relative luminance as WCAG defines it, from 0 to 1. */
export const luminance = ([red, green, blue]: Linear): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Contrast as WCAG defines it, from 1 to 21. */
export function contrast(one: Linear, other: Linear): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

const times = (matrix: Matrix, [x, y, z]: Linear): Linear =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Linear;

const clamp = (colour: Linear): Linear =>
  colour.map((part) => Math.min(Math.max(part, 0), 1)) as unknown as Linear;

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const FROM_CONES: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** `color-mix(in oklab, one share%, other)`; the share from 0 to 1. Oklab is linear in the roots of the cones. */
export function mix(one: Linear, share: number, other: Linear): Linear {
  const [a, b] = [times(TO_CONES, one).map(Math.cbrt), times(TO_CONES, other).map(Math.cbrt)];
  const mixed = a.map((part, index) => (part * share + (b[index] ?? 0) * (1 - share)) ** 3);
  return clamp(times(FROM_CONES, mixed as unknown as Linear));
}

/** Machado, Oliveira and Fernandes 2009, at full severity. */
const BLINDNESS: Readonly<Record<'protanopia' | 'deuteranopia' | 'tritanopia', Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const SIGHTS = ['full', 'greyscale', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Sight = (typeof SIGHTS)[number];

/** A colour as it is seen with a sight. */
export function seenWith(sight: Sight, colour: Linear): Linear {
  if (sight === 'full') return colour;
  const grey = luminance(colour);
  return sight === 'greyscale' ? [grey, grey, grey] : clamp(times(BLINDNESS[sight], colour));
}

export type Theme = 'light' | 'dark';

/** The custom properties of a style sheet that say a colour for each theme, by name. */
export function themeTokens(sheet: string, theme: Theme): ReadonlyMap<string, Linear> {
  const tokens = sheet.matchAll(/(--[\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/gi);
  return new Map(
    Array.from(tokens, ([, name = '', light = '', dark = '']) => [
      name,
      parseColour(theme === 'light' ? light : dark),
    ]),
  );
}

/** What `var(--x)` and `color-mix(in oklab, ...)` come to. Throws RangeError where it is neither. */
export function evaluate(expression: string, tokens: ReadonlyMap<string, Linear>): Linear {
  const token = tokens.get(/^var\((--[\w-]+)\)$/.exec(expression)?.[1] ?? '');
  if (token !== undefined) return token;
  const mixture = /^color-mix\(in oklab, (var\(.+?\)) (\d+)%, (var\(.+?\))\)$/.exec(expression);
  if (mixture === null) throw new RangeError(`${expression} is no colour of the palette`);
  const [, one = '', share = '', other = ''] = mixture;
  return mix(evaluate(one, tokens), Number(share) / 100, evaluate(other, tokens));
}
