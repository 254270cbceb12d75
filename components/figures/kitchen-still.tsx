/** The kitchen as the server draws it: of each run the scene that says most, and every step in words. */

import { InlineCode } from '@/components/ui/inline-code';
import { timeAtPosition } from '@/lib/trace/times';
import type { FigureRun } from './figure-run';
import { kitchenOf, middleOf, progressOf, servedAt } from './kitchen-model';
import { KitchenScene } from './kitchen-scene';
import { KitchenParts, KitchenSteps } from './kitchen-words';

export function KitchenStill({ runs }: { readonly runs: readonly FigureRun[] }) {
  return (
    <div className="@container grid gap-6">
      {runs.map((run, index) => (
        // With JavaScript, the first run stands for all of them until the figure comes alive.
        <div key={run.name} className={index === 0 ? 'grid gap-4' : 'without-script grid gap-4'}>
          <StillRun run={run} several={runs.length > 1} />
        </div>
      ))}
    </div>
  );
}

function StillRun({ run, several }: { readonly run: FigureRun; readonly several: boolean }) {
  const kitchen = kitchenOf(run.trace);
  const { timeline, scenes, words, telling } = kitchen;
  const scene = scenes[telling];
  const said = words[telling];
  if (scene === undefined || said === undefined) return null;
  const position = middleOf(kitchen, scene);
  return (
    <>
      {several && (
        <p className="flex min-h-11 items-center font-medium">
          <InlineCode text={run.title} />
        </p>
      )}
      <div className="grid gap-x-8 gap-y-4 @4xl:grid-cols-[3fr_2fr]">
        <KitchenScene
          scene={scene}
          label={`A kitchen. ${said.kitchen}`}
          time={timeAtPosition(timeline.times, position)}
          duration={timeline.times[timeline.end] ?? 0}
          progress={(order) => progressOf(timeline, order, position)}
          servedAt={servedAt}
        />
        <div className="grid content-start gap-4">
          <div className="min-h-24">
            <p className="text-lg leading-snug font-medium">{said.kitchen}</p>
            <p className="mt-1 text-ink-soft">{said.run}</p>
          </div>
          <KitchenParts scene={scene} />
          <p className="text-sm font-medium">{kitchen.result}</p>
        </div>
      </div>
      <div className="needs-script h-14 rounded-card border border-line" aria-hidden="true" />
      <KitchenSteps run={kitchen} />
    </>
  );
}
