/** The pipeline as the server draws it: the whole stack, at the step that says most. */
import { FigureFrame, StepList } from './figure-frame';
import type { FigureRun } from './figure-run';
import { PipelineKeys } from './pipeline-keys';
import { pipelineRunOf } from './pipeline-model';
import { PipelinePicture } from './pipeline-picture';

export function PipelineStill({ runs }: { readonly runs: readonly FigureRun[] }) {
  return (
    <div className="@container grid gap-4">
      {runs.map(({ name, trace }) => {
        const run = pipelineRunOf(trace);
        const step = run.steps[run.telling];
        if (step === undefined) return null;
        return (
          <FigureFrame
            key={name}
            picture={<PipelinePicture run={run} standing={run.moves[run.telling]?.standing ?? []} />}
            step={step}
            aside={<PipelineKeys />}
            steps={<StepList steps={run.steps} />}
          />
        );
      })}
    </div>
  );
}
