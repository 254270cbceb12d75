/** A pen on a canvas. */
import {
  expectedWidth,
  FAMILIES,
  type Fill,
  type Letters,
  type Look,
  type Pen,
  type Rectangle,
  type Stroke,
} from './pen';

export class CanvasPen implements Pen {
  readonly #context: CanvasRenderingContext2D;
  readonly #patterns = new Map<string, CanvasPattern | string>();
  #font = '';

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  rectangle({ x, y, width, height }: Rectangle, radius: number, look: Look): void {
    const context = this.#context;
    if (radius <= 0.5 && look.stroke === undefined && look.fill !== undefined) {
      context.fillStyle = this.#paint(look.fill);
      context.fillRect(x, y, width, height);
      return;
    }
    context.beginPath();
    if (isDotted(look.stroke)) context.rect(x, y, width, height);
    else context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
    this.#draw(look);
  }

  path(d: string, x: number, y: number, look: Look): void {
    const context = this.#context;
    const path = new Path2D(d);
    context.translate(x, y);
    this.#draw(look, path);
    context.translate(-x, -y);
  }

  text(words: string, x: number, y: number, letters: Letters, room = Number.POSITIVE_INFINITY): void {
    if (words === '' || expectedWidth(words, letters) > room) return;
    const context = this.#context;
    const font = `${letters.weight} ${letters.size}px ${FAMILIES[letters.family]}`;
    // Setting a font is slow, even to what it is.
    if (font !== this.#font) context.font = font;
    this.#font = font;
    context.fillStyle = letters.colour;
    context.textAlign = letters.align === 'middle' ? 'center' : 'left';
    context.textBaseline = 'middle';
    context.fillText(words, x, y);
  }

  inside({ x, y, width, height }: Rectangle, draw: () => void): void {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    draw();
    context.restore();
    this.#font = '';
  }

  #draw({ fill, stroke }: Look, path?: Path2D): void {
    const context = this.#context;
    if (fill !== undefined) {
      context.fillStyle = this.#paint(fill);
      if (path) context.fill(path);
      else context.fill();
    }
    if (stroke) {
      context.strokeStyle = stroke.colour;
      context.lineWidth = stroke.width;
      const dotted = isDotted(stroke);
      context.lineCap = stroke.round && !dotted ? 'round' : 'butt';
      context.setLineDash(dotted ? squares(stroke) : [...(stroke.dash ?? [])]);
      if (path) context.stroke(path);
      else context.stroke();
    }
  }

  #paint(fill: Fill): CanvasPattern | string {
    if (typeof fill === 'string') return fill;
    const id = `${fill.texture} ${fill.colour}`;
    let pattern = this.#patterns.get(id);
    if (pattern === undefined) {
      pattern = textureOf(this.#context, fill) ?? fill.colour;
      this.#patterns.set(id, pattern);
    }
    return pattern;
  }
}

/** Dots are dashes without length, with round ends. */
const isDotted = (stroke: Stroke | undefined): boolean =>
  stroke?.round === true && stroke.dash !== undefined && (stroke.dash[0] ?? 0) < stroke.width / 2;

/** Dots as squares of the same size and pitch: round ones take a canvas three times as long, for two pixels. */
function squares({ width, dash = [] }: Stroke): number[] {
  const pitch = dash.reduce((sum, length) => sum + length, 0);
  return [width, pitch - width];
}

function textureOf(
  context: CanvasRenderingContext2D,
  { texture, colour }: Exclude<Fill, string>,
): CanvasPattern | null {
  const size = texture === 'dots' ? 4 : 6;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const drawing = tile.getContext('2d');
  if (drawing === null) return null;
  drawing.fillStyle = colour;
  drawing.strokeStyle = colour;
  drawing.lineWidth = 1.2;
  drawing.beginPath();
  if (texture === 'hatch') {
    // The corners that the line touches in its neighbours belong to the tile as well.
    for (const shift of [-size, 0, size]) {
      drawing.moveTo(shift - 1, size + 1);
      drawing.lineTo(shift + size + 1, -1);
    }
    drawing.stroke();
  } else {
    drawing.arc(size / 2, size / 2, texture === 'dots' ? 1.1 : 0.8, 0, 2 * Math.PI);
    drawing.fill();
  }
  return context.createPattern(tile, 'repeat');
}
