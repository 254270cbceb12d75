/** The colours of the current theme as plain values: what draws outside style sheets knows no variables. */
import { HUES, hue } from './placing';

/** The mixtures of a request's hue; see marks.module.css, which says the same in CSS. */
export type HueShades = {
  readonly strong: string;
  readonly framework: string;
  readonly life: string;
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

/** Reads the colours that hold at an element. */
export function readPalette(element: Element): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const resolve = resolver(probe);
  const mixed = (colour: string, share: number, other: string) =>
    resolve(`color-mix(in oklab, ${colour} ${share}%, ${other})`);
  const shadesOf = (colour: string): HueShades => ({
    strong: mixed(colour, 86, 'var(--ink)'),
    framework: mixed(colour, 60, 'var(--raised)'),
    life: mixed(colour, 55, 'var(--raised)'),
    frame: mixed(colour, 45, 'var(--raised)'),
    wash: mixed(colour, 5, 'var(--raised)'),
    connector: mixed(colour, 80, 'var(--ink)'),
  });
  const nobody = shadesOf(hue(-1));
  const hues = Array.from({ length: HUES }, (_, group) => shadesOf(hue(group)));
  const palette = {
    ink: resolve('var(--ink)'),
    inkSoft: resolve('var(--ink-soft)'),
    inkFaint: resolve('var(--ink-faint)'),
    raised: resolve('var(--raised)'),
    line: resolve('var(--line)'),
    lineStrong: resolve('var(--line-strong)'),
    danger: resolve('var(--danger)'),
    dangerWash: resolve('color-mix(in oklab, var(--danger) 9%, transparent)'),
    dangerEdge: resolve('color-mix(in oklab, var(--danger) 70%, transparent)'),
    greyInk: resolve('color-mix(in oklab, var(--ink) 55%, var(--raised))'),
    shades: (group: number) => (group < 0 ? nobody : (hues[group % HUES] ?? nobody)),
  };
  probe.remove();
  return palette;
}

/** Colours as '#rrggbb' or rgba(): what any program reads, whatever the style sheet mixes them in. */
function resolver(probe: HTMLElement): (expression: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (expression) => {
    probe.style.color = expression;
    const computed = getComputedStyle(probe).color;
    if (context === null) return computed;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = computed;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
    return alpha === 255 ? `#${hex}` : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
  };
}
