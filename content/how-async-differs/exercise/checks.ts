import { allStatuses, type Check, called, everyStack, failed, inStack, startsUp } from '@/lib/checks';
import { loggedLines, threadOf } from '@/lib/checks/evidence';
import { counted } from '@/lib/checks/words';
import { formatDuration } from '@/lib/trace/duration';
import { eventsOf } from '@/lib/trace/events';
import type { Trace } from '@/lib/trace/schema';

const SYNC_LAYER = 0;
const ASYNC_LAYER = 1;
const ASYNC_BY_NAME = 2;
const TOLERANCE = 20_000;

/** What the learner bet on this run, as its layer logged it at start-up; null for what is no number yet. */
function betOf(trace: Trace): { readonly threads: number; readonly milliseconds: number } | null {
  const match = loggedLines(trace)
    .map(({ text }) => /^bet: (.+) threads, (.+) ms$/.exec(text))
    .find((found) => found !== null);
  const threads = Number(match?.[1] ?? Number.NaN);
  const milliseconds = Number(match?.[2] ?? Number.NaN);
  return Number.isNaN(threads) || Number.isNaN(milliseconds) ? null : { threads, milliseconds };
}

const NO_BET = 'There are no two numbers in this bet yet.';

const threads = everyStack(
  'threads',
  'The bet on threads',
  (trace) => {
    const bet = betOf(trace);
    if (bet === null) return failed(NO_BET);
    const used = new Set(
      eventsOf(trace, 'layer-enter')
        .map((event) => threadOf(trace, event))
        .filter((thread) => thread?.kind !== 'loop')
        .map((thread) => thread?.id),
    ).size;
    return bet.threads === used
      ? null
      : failed(`You bet on ${counted(bet.threads, 'thread')}. Beside the loop's, the layer ran in ${used}.`);
  },
  'The run used as many threads as you bet.',
);

const time = everyStack(
  'time',
  'The bet on time',
  (trace) => {
    const bet = betOf(trace);
    if (bet === null) return failed(NO_BET);
    const last = Math.max(...trace.requests.map(({ responseEnd }) => responseEnd ?? 0));
    return Math.abs(bet.milliseconds * 1000 - last) <= TOLERANCE
      ? null
      : failed(
          `You bet on ${bet.milliseconds} ms. The last request was answered at ${formatDuration(last)}.`,
        );
  },
  'The run took as long as you bet.',
);

/** Both bets on one of the runs. */
function betsOn(stack: number, layer: string): readonly Check[] {
  return [
    called({ title: `${layer}: the threads` }, inStack(stack, threads)),
    called({ title: `${layer}: the time` }, inStack(stack, time)),
  ];
}

export const checks: readonly Check[] = [
  startsUp(),
  allStatuses(200),
  ...betsOn(SYNC_LAYER, 'The sync layer'),
  ...betsOn(ASYNC_LAYER, 'The async layer'),
  ...betsOn(ASYNC_BY_NAME, 'The async layer with `time.sleep`'),
];
