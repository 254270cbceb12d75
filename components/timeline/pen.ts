/** Drawing without saying on what: the same marks go onto a canvas and into an SVG file. Lengths in pixels. */

/** A colour, or a texture of a colour on nothing. */
export type Fill = string | { readonly texture: 'hatch' | 'dots' | 'sparse'; readonly colour: string };

export type Stroke = {
  readonly colour: string;
  readonly width: number;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly number[];
  readonly round?: boolean;
};

export type Look = { readonly fill?: Fill; readonly stroke?: Stroke };

export type Letters = {
  readonly size: number;
  readonly weight: number;
  readonly family: 'prose' | 'code';
  readonly colour: string;
  readonly align: 'left' | 'middle';
};

export type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export interface Pen {
  rectangle(place: Rectangle, radius: number, look: Look): void;
  /** `d` is an SVG path, drawn with its origin at (x, y). */
  path(d: string, x: number, y: number, look: Look): void;
  /** The middle of the letters' height lies at y. Text that is wider than `room` is left out. */
  text(words: string, x: number, y: number, letters: Letters, room?: number): void;
  /** Draws what `draw` draws, only inside the place. */
  inside(place: Rectangle, draw: () => void): void;
}

/** What the letters of a text are expected to take, in pixels: close enough to leave out what has no room. */
export function expectedWidth(words: string, { size, family, weight }: Letters): number {
  return words.length * size * (family === 'code' ? 0.61 : weight >= 600 ? 0.58 : 0.54);
}

export const FAMILIES = {
  prose: 'ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  code: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
} as const;
