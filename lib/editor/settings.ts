/** How a reader wants code to be shown and edited. Kept as JSON; what cannot be read counts as never chosen. Pure. */

export const SIZES = [12, 13, 14, 15, 16, 18, 20, 22, 24] as const;
export const FONTS = ['page', 'browser'] as const;

export type EditorSettings = {
  /** The size of the text in pixels; null is the page's own. */
  readonly size: (typeof SIZES)[number] | null;
  /** The page's choice of a system font, or the one that the browser is set to for code. */
  readonly font: (typeof FONTS)[number];
  /** Long lines go on in the next row. */
  readonly wrap: boolean;
  /** The full editor speaks to a screen reader, whether it has noticed one or not. */
  readonly screenReader: boolean;
};

export const DEFAULT_SETTINGS: EditorSettings = {
  size: null,
  font: 'page',
  wrap: false,
  screenReader: false,
};

function member<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((candidate) => candidate === value);
}

/** Reads what was kept. Each setting that is not one of its values is the default; it never throws. */
export function parseSettings(kept: string | null): EditorSettings {
  let stored: unknown = null;
  try {
    stored = JSON.parse(kept ?? 'null');
  } catch {
    // Not ours, or cut off.
  }
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const value = (name: keyof EditorSettings): unknown => Reflect.get(stored, name);
  return {
    size: member(SIZES, value('size')) ?? null,
    font: member(FONTS, value('font')) ?? 'page',
    wrap: value('wrap') === true,
    screenReader: value('screenReader') === true,
  };
}

/** The height of a line for text of that size, both in pixels. */
export function lineHeightOf(size: number): number {
  return Math.round(size * 1.75);
}
