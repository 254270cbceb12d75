'use client';
/** The chain of awaits alive: it grows and is taken down with the playhead, for the request that is chosen. */
import { useState } from 'react';
import { Group } from '@/components/timeline/group';
import { Transport } from '@/components/timeline/transport';
import type { Trace } from '@/lib/trace/schema';
import { ChainKeys } from './chain-keys';
import { type ChainRun, chainsOf } from './chain-model';
import { ChainPicture } from './chain-picture';
import { FigureFrame, StepList } from './figure-frame';
import type { FigureRun } from './figure-run';
import { useFigure } from './use-figure';

export function ChainLive({
  runs,
  all = false,
}: {
  readonly runs: readonly FigureRun[];
  readonly all?: boolean;
}) {
  return (
    <Group label="The chain of awaits" className="@container grid gap-4">
      {runs.map(({ name, trace }) => (
        <ChainsOfRun key={name} trace={trace} allFirst={all} />
      ))}
    </Group>
  );
}

export const NestedFramesLive = ({ runs }: { readonly runs: readonly FigureRun[] }) => (
  <ChainLive runs={runs} all />
);

function ChainsOfRun({ trace, allFirst }: { readonly trace: Trace; readonly allFirst: boolean }) {
  const [chosen, choose] = useState(0);
  const [all, setAll] = useState(allFirst);
  const chains = chainsOf(trace);
  const chain = chains[chosen];
  if (chain === undefined) return null;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
        {chains.length > 1 && (
          <label className="flex min-h-9 items-center gap-2">
            Request
            <select
              className="h-9 rounded border border-line-strong bg-raised px-2 text-ink"
              value={chosen}
              onChange={(event) => choose(Number(event.target.value))}
            >
              {chains.map(({ request }, index) => (
                <option key={request} value={index}>
                  {request}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-(--accent)"
            checked={all}
            onChange={(event) => setAll(event.target.checked)}
          />
          Show the frames of Django and asgiref
        </label>
      </div>
      <OneChain key={chain.request} trace={trace} chain={chain} index={chosen} all={all} />
    </>
  );
}

function OneChain({
  trace,
  chain,
  index: request,
  all,
}: {
  readonly trace: Trace;
  readonly chain: ChainRun;
  readonly index: number;
  readonly all: boolean;
}) {
  const { store, run, index, state, seekTo } = useFigure(trace, chain.steps, chain.telling);
  const now = chain.moves[index]?.standing;
  const step = chain.steps[index];
  if (now === undefined || step === undefined) return null;
  return (
    <FigureFrame
      picture={<ChainPicture chain={now} whole={chain.whole} all={all} index={request} />}
      step={step}
      state={state}
      aside={<ChainKeys request={chain.request} />}
      controls={<Transport store={store} run={run} />}
      steps={<StepList steps={chain.steps} current={index} onSeek={seekTo} />}
    />
  );
}
