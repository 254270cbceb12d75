/** The kitchen as the server draws it: of each run the scene that says most, and every step in words. */
import { InlineCode } from '@/components/ui/inline-code';
import { FigureFrame, StepList } from './figure-frame';
import type { FigureRun } from './figure-run';
import { kitchenOf, middleOf } from './kitchen-model';
import { KitchenScene } from './kitchen-scene';
import { KitchenParts } from './kitchen-words';

export function KitchenStill({ runs }: { readonly runs: readonly FigureRun[] }) {
  return (
    <div className="@container grid gap-6">
      {runs.map((run, index) => (
        // With JavaScript, the first run stands for all of them until the figure comes alive.
        <div key={run.name} className={index === 0 ? 'grid gap-4' : 'without-script grid gap-4'}>
          {runs.length > 1 && (
            <p className="flex min-h-11 items-center font-medium">
              <span>
                <InlineCode text={run.title} />
              </span>
            </p>
          )}
          <StillRun run={run} />
        </div>
      ))}
    </div>
  );
}

function StillRun({ run }: { readonly run: FigureRun }) {
  const kitchen = kitchenOf(run.trace);
  const scene = kitchen.scenes[kitchen.telling];
  const said = kitchen.steps[kitchen.telling];
  if (scene === undefined || said === undefined) return null;
  return (
    <FigureFrame
      picture={
        <KitchenScene
          kitchen={kitchen}
          scene={scene}
          label={`A kitchen. ${said.said}`}
          position={middleOf(kitchen, scene)}
        />
      }
      step={said}
      aside={<KitchenParts scene={scene} result={kitchen.result} />}
      steps={<StepList steps={kitchen.steps} />}
    />
  );
}
