/** The server's half of still figures: draws them. */
import { join } from 'node:path';
import type { ComponentType, ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ChainStill, NestedFramesStill } from '@/components/figures/chain-still';
import type { FigureRun } from '@/components/figures/figure-run';
import { type FigureKind, stillId } from '@/components/figures/kinds';
import { KitchenStill } from '@/components/figures/kitchen-still';
import { PipelineStill } from '@/components/figures/pipeline-still';
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

/** The HTML of a figure over one or several recorded runs. */
export function stillFigure(kind: FigureKind, unitId: string, names: readonly string[]): string {
  return draw(stillId(kind, unitId, names), () => {
    const runs = names.map((name) => {
      const { title, recording } = exampleOf(unitId, name);
      return { name, title, trace: recording };
    });
    const Figure = FIGURES[kind];
    return <Figure runs={runs} />;
  });
}

const FIGURES: Readonly<Record<FigureKind, ComponentType<{ readonly runs: readonly FigureRun[] }>>> = {
  kitchen: KitchenStill,
  pipeline: PipelineStill,
  'await-chain': ChainStill,
  'nested-frames': NestedFramesStill,
};

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
