'use client';
/** Judges finished runs, once each, with checks that are loaded when they are first needed. */
import { useState } from 'react';
import type { Session } from '@/components/workbench/session';
import type { Check, Judgement } from '@/lib/checks/check';

export type Judged = {
  /** The number of the run that was judged. */
  readonly run: number;
  readonly judgements: readonly Judgement[];
  readonly passed: boolean;
};

export function useJudgements(loadChecks: () => Promise<readonly Check[]>): {
  readonly judged: Judged | null;
  /** Judges the last finished run of the session; null when its last run did not finish. */
  readonly judgeRun: (session: Session) => Promise<Judged | null>;
} {
  const [judged, setJudged] = useState<Judged | null>(null);

  async function judgeRun(session: Session): Promise<Judged | null> {
    const { run, finished } = session.getState();
    if (run.kind !== 'done' || finished === null) {
      setJudged(null);
      return null;
    }
    const [checks, { judge }] = await Promise.all([loadChecks(), import('@/lib/checks/check')]);
    const judgements = judge(
      checks,
      finished.results.map(({ trace }) => trace),
    );
    const passed = judgements.every(({ verdict }) => verdict.passed);
    const result = { run: finished.number, judgements, passed };
    setJudged(result);
    return result;
  }
  return { judged, judgeRun };
}
