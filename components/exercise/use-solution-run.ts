'use client';
/** The solution, run in one of the stacks when the learner asks, to stand beside their own run. */
import { useState } from 'react';
import type { Files } from '@/lib/progress/record';
import { getSimulator } from '@/lib/simulator/client';
import { withFiles } from '@/lib/simulator/editable-files';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import type { Trace } from '@/lib/trace/schema';

export type SolutionRun =
  | { readonly kind: 'none' | 'running' | 'failed' }
  | {
      readonly kind: 'done';
      /** Of which stack, from 0. */
      readonly stack: number;
      readonly trace: Trace;
    };

export function useSolutionRun(stacks: readonly ScenarioInput[]): {
  readonly solutionRun: SolutionRun;
  readonly runSolution: (files: Files, stack: number) => Promise<void>;
} {
  const [solutionRun, setSolutionRun] = useState<SolutionRun>({ kind: 'none' });

  async function runSolution(files: Files, stack: number): Promise<void> {
    const scenario = stacks[stack];
    if (scenario === undefined) return;
    setSolutionRun({ kind: 'running' });
    try {
      const { trace } = await getSimulator().run(withFiles(scenario, files));
      setSolutionRun({ kind: 'done', stack, trace });
    } catch {
      setSolutionRun({ kind: 'failed' });
    }
  }
  return { solutionRun, runSolution };
}
