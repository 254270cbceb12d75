/** The colours of a theme as plain values: what draws outside style sheets knows no variables. */
import { HUES, hue } from './placing';

/** The mixtures of a request's hue; see marks.module.css, which says the same in CSS. */
export type HueShades = {
  readonly strong: string;
  readonly plain: string;
  readonly tint: string;
  readonly frame: string;
  readonly wash: string;
  readonly connector: string;
};

export type Palette = {
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly raised: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly danger: string;
  readonly dangerWash: string;
  readonly dangerEdge: string;
  readonly greyInk: string;
  readonly shades: (group: number) => HueShades;
};

/** As they stand in style sheets. */
export const PLAIN = {
  ink: 'var(--ink)',
  inkSoft: 'var(--ink-soft)',
  inkFaint: 'var(--ink-faint)',
  raised: 'var(--raised)',
  line: 'var(--line)',
  lineStrong: 'var(--line-strong)',
  danger: 'var(--danger)',
  dangerWash: 'color-mix(in oklab, var(--danger) 9%, transparent)',
  dangerEdge: 'color-mix(in oklab, var(--danger) 70%, transparent)',
  greyInk: mixed('var(--ink)', 55, 'var(--raised)'),
};

export const shadesOf = (colour: string): HueShades => ({
  strong: mixed(colour, 86, 'var(--ink)'),
  plain: colour,
  tint: mixed(colour, 55, 'var(--raised)'),
  frame: mixed(colour, 45, 'var(--raised)'),
  wash: mixed(colour, 5, 'var(--raised)'),
  connector: mixed(colour, 80, 'var(--ink)'),
});

function mixed(colour: string, share: number, other: string): string {
  return `color-mix(in oklab, ${colour} ${share}%, ${other})`;
}

let known: { readonly theme: string; readonly palette: Palette } | null = null;

/** The colours of a theme, which must be the one that is shown. */
export function paletteOf(theme: string): Palette {
  if (known?.theme !== theme) known = { theme, palette: readPalette() };
  return known.palette;
}

function readPalette(): Palette {
  const nobody = shadesOf(hue(-1));
  const hues = Array.from({ length: HUES }, (_, group) => shadesOf(hue(group)));
  const expressions = [PLAIN, nobody, ...hues].flatMap((colours) => Object.values(colours));
  const values = resolve(expressions);
  const named = new Map(expressions.map((expression, index) => [expression, values[index] ?? '']));
  const plain = <Colours extends Readonly<Record<string, string>>>(colours: Colours): Colours =>
    Object.fromEntries(Object.entries(colours).map(([name, colour]) => [name, named.get(colour)])) as Colours;
  const shades = hues.map(plain);
  const nobodys = plain(nobody);
  return {
    ...plain(PLAIN),
    shades: (group) => (group < 0 ? nobodys : (shades[group % HUES] ?? nobodys)),
  };
}

/** Colours as '#rrggbb' or rgba(): what any program reads, whatever the style sheet mixes them in. */
function resolve(expressions: readonly string[]): readonly string[] {
  const computed = computedColours(expressions);
  const canvas = document.createElement('canvas');
  canvas.width = expressions.length;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return computed;
  computed.forEach((colour, x) => {
    context.fillStyle = colour;
    context.fillRect(x, 0, 1, 1);
  });
  // All at once: asking for the pixels of a canvas takes longer than to fill it.
  const pixels = context.getImageData(0, 0, expressions.length, 1).data;
  return expressions.map((_, x) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = pixels.subarray(4 * x, 4 * x + 4);
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
    return alpha === 255 ? `#${hex}` : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
  });
}

function computedColours(expressions: readonly string[]): readonly string[] {
  const probe = document.createElement('div');
  for (const expression of expressions) {
    const span = document.createElement('span');
    span.style.color = expression;
    probe.append(span);
  }
  document.body.append(probe);
  const computed = Array.from(probe.children, (span) => getComputedStyle(span).color);
  probe.remove();
  return computed;
}
