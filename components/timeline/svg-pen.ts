/** A pen that writes an SVG file: plain elements and colours, for any program that reads SVG. */
import { expectedWidth, FAMILIES, type Fill, type Letters, type Look, type Pen, type Rectangle } from './pen';

const short = (value: number): string => String(Number(value.toFixed(2)));

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export class SvgPen implements Pen {
  readonly #elements: string[] = [];
  readonly #patterns = new Map<string, string>();
  #clips = 0;

  rectangle({ x, y, width, height }: Rectangle, radius: number, look: Look): void {
    const rounded = radius > 0 ? ` rx="${short(radius)}"` : '';
    this.#elements.push(
      `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${rounded}${this.#look(look)}/>`,
    );
  }

  path(d: string, x: number, y: number, look: Look): void {
    const moved = x === 0 && y === 0 ? '' : ` transform="translate(${short(x)} ${short(y)})"`;
    this.#elements.push(`<path d="${d}"${moved}${this.#look(look)}/>`);
  }

  text(words: string, x: number, y: number, letters: Letters, room = Number.POSITIVE_INFINITY): void {
    if (words === '' || expectedWidth(words, letters) > room) return;
    const { size, weight, family, colour, align } = letters;
    const anchor = align === 'middle' ? ' text-anchor="middle"' : '';
    this.#elements.push(
      `<text x="${short(x)}" y="${short(y + size * 0.35)}" font-family="${escapeXml(FAMILIES[family])}" font-size="${size}" font-weight="${weight}" fill="${colour}"${anchor}>${escapeXml(words)}</text>`,
    );
  }

  inside({ x, y, width, height }: Rectangle, draw: () => void): void {
    this.#clips += 1;
    const id = `clip-${this.#clips}`;
    this.#elements.push(
      `<clipPath id="${id}"><rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"/></clipPath>`,
      `<g clip-path="url(#${id})">`,
    );
    draw();
    this.#elements.push('</g>');
  }

  /** The whole file. `title` is what it shows, in words. */
  finish(width: number, height: number, title: string): string {
    const size = `width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}"`;
    const patterns = [...this.#patterns.values()].join('');
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"><title>${escapeXml(title)}</title><defs>${patterns}</defs>${this.#elements.join('')}</svg>`;
  }

  #look({ fill, stroke }: Look): string {
    const parts = [` fill="${fill === undefined ? 'none' : this.#paint(fill)}"`];
    if (stroke) {
      parts.push(` stroke="${stroke.colour}" stroke-width="${stroke.width}"`);
      if (stroke.dash) parts.push(` stroke-dasharray="${stroke.dash.join(' ')}"`);
      if (stroke.round) parts.push(' stroke-linecap="round"');
    }
    return parts.join('');
  }

  #paint(fill: Fill): string {
    if (typeof fill === 'string') return fill;
    const id = `${fill.texture}-${fill.colour.replace(/\W/g, '')}`;
    if (!this.#patterns.has(id)) this.#patterns.set(id, patternOf(id, fill));
    return `url(#${id})`;
  }
}

function patternOf(id: string, { texture, colour }: Exclude<Fill, string>): string {
  const size = texture === 'dots' ? 4 : 6;
  const middle = size / 2;
  const content =
    texture === 'hatch'
      ? `<path d="M-1 7L7 -1" stroke="${colour}" stroke-width="1.2"/>`
      : `<circle cx="${middle}" cy="${middle}" r="${texture === 'dots' ? 1.1 : 0.8}" fill="${colour}"/>`;
  return `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${content}</pattern>`;
}
