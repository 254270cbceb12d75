/** A run as a file: the trace itself, or the picture of what is looked at. Made here, sent nowhere. */

import { offerFile } from '../ui/offer-file';
import type { FigureMarks } from './figure-model';
import { paintFigure, sheetFor } from './paint-figure';
import { paletteOf } from './palette';
import { axisShown, type Run } from './run';
import { inSight } from './sight';
import { SvgPen } from './svg-pen';
import { themeNow } from './theme';
import type { ViewStore } from './view-store';

/** Width of the lanes in a picture, in pixels. */
const LANES = 1240;
/** Beyond this a browser paints no canvas, in pixels of either side. */
const LARGEST_SIDE = 16_000;
const SHARPNESS = 2;

type Format = 'json' | 'svg' | 'png';

/** @throws RangeError with a sentence for the reader when a picture would be too high */
export async function saveRun(
  store: ViewStore,
  run: Run,
  figure: FigureMarks,
  format: Format,
): Promise<void> {
  const name = run.timeline.trace.scenario.id.replace(/[^\w-]+/g, '-');
  if (format === 'json') {
    offerFile(
      new Blob([JSON.stringify(run.timeline.trace)], { type: 'application/json' }),
      `${name}.trace.json`,
    );
    return;
  }
  const drawn = drawFigure(store, run, figure);
  const blob = format === 'svg' ? new Blob([drawn.svg], { type: 'image/svg+xml' }) : await rasterise(drawn);
  offerFile(blob, `${name}.${format}`);
}

type Drawing = { readonly svg: string; readonly width: number; readonly height: number };

/** The figure as it is looked at, all of its rows, as an SVG file. */
export function drawFigure(store: ViewStore, run: Run, figure: FigureMarks): Drawing {
  const axis = axisShown(run, store.view);
  const scale = { axis, window: store.viewport.windowOf(axis) };
  const seen = inSight(figure, { first: 0, last: figure.height }, scale, LANES);
  const sheet = sheetFor(figure, LANES);
  const pen = new SvgPen();
  paintFigure(pen, run.timeline, seen, scale, paletteOf(themeNow()), sheet);
  const title = `Timeline of the run ${run.timeline.trace.scenario.id}`;
  return { ...sheet, svg: pen.finish(sheet.width, sheet.height, title) };
}

async function rasterise({ svg, width, height }: Drawing): Promise<Blob> {
  if (height > LARGEST_SIDE) {
    throw new RangeError('The picture would be too high. Fold some rows, or save it as SVG.');
  }
  const sharpness = Math.min(SHARPNESS, LARGEST_SIDE / height);
  const image = new Image();
  // The page's policy lets an image come from a data address, and from no blob.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * sharpness);
  canvas.height = Math.round(height * sharpness);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))), 'image/png');
  });
}
