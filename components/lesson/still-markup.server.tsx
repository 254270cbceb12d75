/** The server's half of StillTimeline: draws the figure. */
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticTimeline } from '@/components/timeline/static-timeline';
import { readExample } from '@/lib/course/read-unit';

/** What only the live figure reads: the moment, file and line that a click on a mark leads to. */
const FOR_CLICKS = / data-(?:moment|file|line)="[^"]*"/g;

const drawn = new Map<string, string>();

/** The HTML of a recorded run's figure. */
export function stillMarkup(unitId: string, name: string): string {
  const folder = join('content', unitId, 'examples', name);
  let markup = drawn.get(folder);
  if (markup === undefined) {
    const { recording, stops } = readExample(folder);
    const figure = renderToStaticMarkup(<StaticTimeline trace={recording} stops={stops} />);
    markup = figure.replaceAll(FOR_CLICKS, '');
    drawn.set(folder, markup);
  }
  return markup;
}
