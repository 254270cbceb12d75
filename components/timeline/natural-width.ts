import type { Axis } from '@/lib/trace/axis';

/** Narrowest width of one unit of an axis, in pixels: the style sheet's --unit. */
const NARROWEST_UNIT = 11.52;
/** The Time axis is never squeezed below this many units. */
const TIME_UNITS = 26;

/** How many widths an axis wants at least. */
export const unitsOf = (axis: Axis): number =>
  axis.kind === 'steps' ? Math.ceil(axis.length) + 1 : TIME_UNITS;

/** The width that an axis wants at least, in pixels. */
export const naturalWidth = (axis: Axis): number => unitsOf(axis) * NARROWEST_UNIT;
