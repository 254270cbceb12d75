'use client';
/**
 * Judges finished runs, once each, with checks that are loaded when they are first needed; and, where every check
 * holds and the exercise asks for it, in other orders of what happens at the same instant.
 */
import { useEffect, useRef, useState } from 'react';
import type { Session } from '@/components/workbench/session';
import type { Check, Judgement } from '@/lib/checks/check';
import type { BreakingOrder } from '@/lib/races/answer-orders';
import { getSimulator } from '@/lib/simulator/client';
import { withFiles } from '@/lib/simulator/editable-files';
import type { ScenarioInput } from '@/lib/simulator/scenario';

/** Milliseconds of real time after which no other order is tried. */
const LONGEST_TRIAL = 120_000;

export type Judged = {
  /** The number of the run that was judged. */
  readonly run: number;
  readonly judgements: readonly Judgement[];
  readonly passed: boolean;
  /** How many other orders have been tried so far; null where none is, or all are. */
  readonly tried: number | null;
  /** The order in which the answer fails. */
  readonly breaking: BreakingOrder | null;
};

type Options = {
  readonly stacks: readonly ScenarioInput[];
  /** How many other orders are tried. */
  readonly orders: number;
  readonly loadChecks: () => Promise<readonly Check[]>;
};

export function useJudgements({ stacks, orders, loadChecks }: Options): {
  readonly judged: Judged | null;
  /** Judges the last finished run of the session; null when its last run did not finish, or another came between. */
  readonly judgeRun: (session: Session) => Promise<Judged | null>;
  /** Tries no other order. */
  readonly cancel: () => void;
} {
  const [judged, setJudged] = useState<Judged | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function judgeRun(session: Session): Promise<Judged | null> {
    const { run, finished } = session.getState();
    if (run.kind !== 'done' || finished === null) {
      setJudged(null);
      return null;
    }
    const controller = new AbortController();
    abort.current?.abort();
    abort.current = controller;
    const { signal } = controller;
    const usual = finished.results.map(({ trace }) => trace);
    const [checks, { judge }] = await Promise.all([loadChecks(), import('@/lib/checks/check')]);
    const judgements = judge(checks, usual);
    const holds = judgements.every(({ verdict }) => verdict.passed);
    const inUsualOrder = { run: finished.number, judgements, tried: null, breaking: null };
    if (!holds || orders === 0) {
      const result = { ...inUsualOrder, passed: holds };
      setJudged(result);
      return result;
    }
    const sayTried = (tried: number) => setJudged({ ...inUsualOrder, passed: false, tried });
    sayTried(0);
    const { judgeInOrders } = await import('@/lib/races/answer-orders');
    const end = performance.now() + LONGEST_TRIAL;
    const { judgement, breaking } = await judgeInOrders({
      checks,
      stacks: stacks.map((stack) => withFiles(stack, finished.files)),
      usual,
      orders,
      run: async (scenario) => (await getSimulator().run(scenario, { signal })).trace,
      ended: () => (signal.aborted ? 'cancelled' : performance.now() > end ? 'time' : null),
      onTried: (tried) => abort.current === controller && sayTried(tried),
    });
    if (abort.current !== controller) return null;
    const result = {
      ...inUsualOrder,
      judgements: [...judgements, judgement],
      passed: judgement.verdict.passed,
      breaking,
    };
    setJudged(result);
    return result;
  }
  return { judged, judgeRun, cancel: () => abort.current?.abort() };
}
