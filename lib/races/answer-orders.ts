/**
 * Judges an answer to an exercise in other orders of what is due at the same instant than the usual one. Whether the
 * outcome differs is no question here, which of three requests gets through may; every check must hold in each order.
 */
import {
  type Check,
  type Failed,
  failed,
  type Judgement,
  judge,
  passed,
  type Verdict,
} from '@/lib/checks/check';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import type { Trace } from '@/lib/trace/schema';
import { arrivals } from './arrivals';
import { type Ended, firstOrder } from './order-search';

/** The id of the check that an exercise has beside its own once its answers are tried in other orders. */
export const IN_EVERY_ORDER = 'in-every-order';

/** An order in which the answer fails, with both runs of the stack that shows it. */
export type BreakingOrder = {
  readonly order: number;
  /** With the seed of the order. */
  readonly scenario: ScenarioInput;
  readonly usual: Trace;
  readonly other: Trace;
};

export type JudgedInOrders = {
  readonly judgement: Judgement;
  readonly breaking: BreakingOrder | null;
};

export type AnswerInOrders = {
  readonly checks: readonly Check[];
  /** With the learner's files. */
  readonly stacks: readonly ScenarioInput[];
  /** Their runs in the usual order, in which every check holds. */
  readonly usual: readonly Trace[];
  /** How many orders are tried. */
  readonly orders: number;
  readonly run: (scenario: ScenarioInput) => Promise<Trace>;
  readonly ended: () => Ended | null;
  readonly onTried: (order: number) => void;
};

/** Tries one order after the other until a check fails. Never rejects: a run that gives no trace fails the answer. */
export async function judgeInOrders(answer: AnswerInOrders): Promise<JudgedInOrders> {
  const { checks, stacks, usual, orders, run, ended } = answer;
  let tried = 0;
  try {
    const found = await firstOrder({
      orders,
      runInOrder: (seed) => runAll(stacks, seed, run),
      differs: (traces) => firstFailure(checks, traces),
      ended,
      onTried(order) {
        tried = order;
        answer.onTried(order);
      },
    });
    if (found !== null) {
      const { order, run: traces, difference } = found;
      const { stack } = difference.verdict;
      const [scenario, before, after] = [stacks[stack], usual[stack], traces[stack]];
      if (scenario === undefined || before === undefined || after === undefined) {
        throw new Error(`there is no stack ${stack + 1}`);
      }
      const breaking = { order, scenario: { ...scenario, seed: order }, usual: before, other: after };
      return { judgement: judgementOf(orders, brokenBy(breaking, difference)), breaking };
    }
  } catch (error) {
    if (ended() === null) {
      const reason = error instanceof Error ? error.message : String(error);
      const verdict = failed(`In order ${tried + 1} there was nothing to judge: ${reason}`);
      return { judgement: judgementOf(orders, verdict), breaking: null };
    }
  }
  const verdict =
    tried === orders
      ? passed(`None was found among ${orders} in which a check fails.`)
      : failed(
          `${ended() === 'time' ? 'It took too long: ended' : 'Cancelled'} after ${tried} of ${orders} orders${tried === 0 ? '.' : '. Every check held in them.'}`,
        );
  return { judgement: judgementOf(orders, verdict), breaking: null };
}

function judgementOf(orders: number, verdict: Verdict): Judgement {
  const title = `All this holds in ${orders} other orders of what happens at the same instant`;
  return { check: { id: IN_EVERY_ORDER, title }, verdict };
}

/** All at once: while one runs, the interpreter of the next boots. */
function runAll(
  stacks: readonly ScenarioInput[],
  seed: number,
  run: AnswerInOrders['run'],
): Promise<readonly Trace[]> {
  return Promise.all(stacks.map((stack) => run({ ...stack, seed })));
}

type Failure = { readonly title: string; readonly verdict: Failed };

function firstFailure(checks: readonly Check[], traces: readonly Trace[]): Failure | null {
  for (const { check, verdict } of judge(checks, traces)) {
    if (!verdict.passed) return { title: check.title, verdict };
  }
  return null;
}

/** The event lies in a run that the page does not show, so only the message is kept, and the line. */
function brokenBy({ order, usual, other }: BreakingOrder, { title, verdict }: Failure): Failed {
  const came =
    arrivals(other) === arrivals(usual) ? '' : `, in which the requests come as ${arrivals(other)},`;
  return {
    ...verdict,
    event: null,
    message: `Order ${order}${came} breaks “${title}”: ${verdict.message}`,
  };
}
