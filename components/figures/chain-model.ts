/** The chain of awaits of one request, as its figure shows it. */
import { type AwaitChain, type ChainStep, chainSteps, deepestChain } from '@/lib/trace/await-chain';
import { chainWords } from '@/lib/trace/await-chain-words';
import { derive } from '@/lib/trace/derive';
import { tellingChange } from '@/lib/trace/lasting-changes';
import { once } from '@/lib/trace/once';
import type { Trace } from '@/lib/trace/schema';
import type { StepRow } from './figure-frame';

export type ChainRun = {
  /** Whose chain it is: 'A'. */
  readonly request: string;
  readonly moves: readonly ChainStep[];
  readonly steps: readonly StepRow[];
  /** The chain at its longest: what is drawn, and filled step by step. */
  readonly whole: AwaitChain;
  readonly telling: number;
};

/** The chains of a run, one for each request. */
export const chainsOf = once((trace: Trace): readonly ChainRun[] => {
  const timeline = derive(trace);
  return timeline.groups.flatMap((group): ChainRun[] => {
    if (group.request === null) return [];
    const moves = chainSteps(timeline, group);
    const whole = deepestChain(moves);
    if (whole === null) return [];
    return [
      {
        request: group.request.id,
        moves,
        steps: moves.map(({ position, standing }, index) => ({
          position,
          time: timeline.times[Math.floor(position)] ?? 0,
          said: chainWords(standing, moves[index - 1]?.standing ?? null),
        })),
        whole,
        telling: tellingChange(timeline, moves, ({ standing }) => standing.segments.length),
      },
    ];
  });
});
