/** The server's half of still figures: draws them. */
import { join } from 'node:path';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticTimeline } from '@/components/timeline/static-timeline';
import { StillComparison } from '@/components/timeline/still-comparison';
import { type Example, readExample } from '@/lib/course/read-unit';
import { RUN_NAMES } from './run-names';

/** What only the live figure reads: the moment, file and line that a click on a mark leads to. */
const FOR_CLICKS = / data-(?:moment|file|line)="[^"]*"/g;

const drawn = new Map<string, string>();

/** The HTML of a recorded run's figure. */
export function stillMarkup(unitId: string, name: string): string {
  return draw(`${unitId}/${name}`, () => {
    const { recording, stops } = exampleOf(unitId, name);
    return <StaticTimeline trace={recording} stops={stops} />;
  });
}

/** The HTML of two recorded runs compared. */
export function stillComparison(unitId: string, before: string, after: string): string {
  return draw(`${unitId}/${before}+${after}`, () => {
    const examples = { before: exampleOf(unitId, before), after: exampleOf(unitId, after) };
    return (
      <StillComparison
        before={examples.before.recording}
        after={examples.after.recording}
        names={RUN_NAMES}
        titles={{ before: examples.before.title, after: examples.after.title }}
      />
    );
  });
}

const exampleOf = (unitId: string, name: string): Example =>
  readExample(join('content', unitId, 'examples', name));

function draw(id: string, figure: () => ReactElement): string {
  let markup = drawn.get(id);
  if (markup === undefined) {
    markup = renderToStaticMarkup(figure()).replaceAll(FOR_CLICKS, '');
    drawn.set(id, markup);
  }
  return markup;
}
