'use client';
/** The pipeline alive: requests move through the stack with the playhead. */
import { Group } from '@/components/timeline/group';
import { Transport } from '@/components/timeline/transport';
import type { Trace } from '@/lib/trace/schema';
import { FigureFrame, StepList } from './figure-frame';
import type { FigureRun } from './figure-run';
import { PipelineKeys } from './pipeline-keys';
import { pipelineRunOf } from './pipeline-model';
import { PipelinePicture } from './pipeline-picture';
import { useFigure } from './use-figure';

export function PipelineLive({ runs }: { readonly runs: readonly FigureRun[] }) {
  return (
    <Group label="The stack as a pipeline" className="@container grid gap-4">
      {runs.map(({ name, trace }) => (
        <OnePipeline key={name} trace={trace} />
      ))}
    </Group>
  );
}

function OnePipeline({ trace }: { readonly trace: Trace }) {
  const pipeline = pipelineRunOf(trace);
  const { store, run, index, state, seekTo } = useFigure(trace, pipeline.steps, pipeline.telling);
  const step = pipeline.steps[index];
  if (step === undefined) return null;
  return (
    <FigureFrame
      picture={<PipelinePicture run={pipeline} standing={pipeline.moves[index]?.standing ?? []} />}
      step={step}
      state={state}
      aside={<PipelineKeys />}
      controls={<Transport store={store} run={run} />}
      steps={<StepList steps={pipeline.steps} current={index} onSeek={seekTo} />}
    />
  );
}
