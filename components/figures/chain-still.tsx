/** The chain of awaits as the server draws it: that of the first request, at its longest wait. */

import { ChainKeys } from './chain-keys';
import { chainsOf } from './chain-model';
import { ChainPicture } from './chain-picture';
import { FigureFrame, StepList } from './figure-frame';
import type { FigureRun } from './figure-run';

export function ChainStill({
  runs,
  all = false,
}: {
  readonly runs: readonly FigureRun[];
  readonly all?: boolean;
}) {
  return (
    <div className="@container grid gap-4">
      {runs.map(({ name, trace }) => {
        const [run] = chainsOf(trace);
        const chain = run?.moves[run.telling]?.standing;
        const step = run?.steps[run.telling];
        if (run === undefined || chain === undefined || step === undefined) return null;
        return (
          <FigureFrame
            key={name}
            picture={<ChainPicture chain={chain} whole={run.whole} all={all} index={0} />}
            step={step}
            aside={<ChainKeys request={run.request} />}
            steps={<StepList steps={run.steps} />}
          />
        );
      })}
    </div>
  );
}

export const NestedFramesStill = ({ runs }: { readonly runs: readonly FigureRun[] }) => (
  <ChainStill runs={runs} all />
);
