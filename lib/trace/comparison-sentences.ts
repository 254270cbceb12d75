/** What changed between two runs, in sentences: the largest difference first, with its reason where one shows. */
import {
  type Comparison,
  isSame,
  knownDifference,
  type MatchedRequest,
  tookSameSteps,
  type Unmatched,
} from './compare';
import { formatDuration, list } from './duration';
import type { Hold, State, Timeline } from './timeline';
import { capitalise, placeWords, requestName } from './words';

/** A few sentences; the first one says the most. */
export function comparisonSentences(comparison: Comparison): readonly string[] {
  if (isSame(comparison)) return ['Nothing differs: both runs did the same at the same times.'];
  if (tookSameSteps(comparison))
    return [`${saidWords(comparison)}; all else is the same, to the microsecond.`];
  return [
    ...statusSentences(comparison),
    ...latencySentences(comparison),
    ...wallSentences(comparison),
    ...hopSentences(comparison),
    ...unmatchedSentences(comparison),
    ...saidSentences(comparison),
  ];
}

function statusSentences({ requests }: Comparison): readonly string[] {
  return requests
    .filter(({ status }) => status.before !== status.after)
    .slice(0, 3)
    .map(({ group, status }) => {
      const answers = status.after === null ? 'has no response' : `answers ${status.after}`;
      const answered = status.before === null ? 'it had no response' : `it answered ${status.before}`;
      return `${capitalise(requestName(group.before))} ${answers}, where ${answered} before.`;
    });
}

function latencySentences(comparison: Comparison): readonly string[] {
  const changed = comparison.requests
    .map((request) => ({ request, by: knownDifference(request.latency) ?? 0 }))
    .filter(({ by }) => by !== 0)
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by));
  const [most] = changed;
  if (most === undefined) {
    const answered = comparison.requests.some(({ latency }) => knownDifference(latency) !== null);
    return [
      answered
        ? 'Every request that both runs answered takes as long as before.'
        : 'There is no request that both runs answered.',
    ];
  }
  const who = capitalise(requestName(most.request.group.before));
  const reason = reasonOf(comparison, most.request, most.by);
  const first = `${who} answers ${formatDuration(Math.abs(most.by))} ${direction(most.by)}${reason ? `: ${reason}` : ''}.`;
  const others = changed.slice(1).filter(({ by }) => Math.abs(by) >= Math.abs(most.by) * WORTH_TELLING);
  if (others.length === 0) return [first];
  const same = others.filter(({ by }) => by < 0 === most.by < 0);
  const against = others.filter(({ by }) => by < 0 !== most.by < 0);
  const rest = [
    ...(same.length > 0 ? [`${counted(same)} ${direction(most.by)} as well`] : []),
    ...(against.length > 0 ? [`${counted(against)} ${direction(-most.by)}`] : []),
  ];
  return [first, `${capitalise(list(rest))}.`];
}

/** Beside the largest difference, one of less than this share of it is left to the table. */
const WORTH_TELLING = 0.01;

const direction = (by: number): string => (by < 0 ? 'sooner' : 'later');

function counted(changes: readonly { readonly request: MatchedRequest }[]): string {
  if (changes.length > 3) return `${changes.length} others answer`;
  const names = changes.map(({ request }) => request.request ?? 'the program');
  return `${changes.length === 1 ? 'request' : 'requests'} ${list(names)} ${changes.length === 1 ? 'answers' : 'answer'}`;
}

/** The states whose time explains a latency, with what a reader would say of them. */
const REASONS: readonly (readonly [State, string, (size: string, less: boolean) => string])[] = [
  ['blocking', 'loop', (size, less) => `it holds the loop for ${size} ${less ? 'less' : 'more'}`],
  ['ready', 'loop', (size, less) => `it waits ${size} ${less ? 'less' : 'longer'} for the loop`],
  ['queued', '', (size, less) => `it waits ${size} ${less ? 'less' : 'longer'} for a thread`],
  ['suspended', '', (size, less) => `its awaits take ${size} ${less ? 'less' : 'more'}`],
  ['in-thread', '', (size, less) => `its work in threads takes ${size} ${less ? 'less' : 'more'}`],
  ['running', '', (size, less) => `it computes ${size} ${less ? 'less' : 'longer'}`],
];

/** What contributes most to a difference in the same direction; of the loop, who holds it (no longer). */
function reasonOf(comparison: Comparison, { time }: MatchedRequest, by: number): string | null {
  const parts = REASONS.map(([state, about, say]) => ({
    about,
    say,
    by: time.after[state] - time.before[state],
  }))
    .filter((part) => part.by < 0 === by < 0 && part.by !== 0)
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by));
  const [most] = parts;
  if (most === undefined) return null;
  const held = most.about === 'loop' ? holdReason(comparison, by < 0) : null;
  return held ?? most.say(formatDuration(Math.abs(most.by)), most.by < 0);
}

/** The place that holds the loop in one run only; the longest, where there are several. */
function holdReason({ runs }: Comparison, sooner: boolean): string | null {
  const [having, lacking] = sooner ? [runs.before, runs.after] : [runs.after, runs.before];
  const kept = new Set(lacking.holds.map((hold) => codeOf(lacking, hold)));
  const [longest] = having.holds
    .filter((hold) => hold.place !== null && !kept.has(codeOf(having, hold)))
    .sort((one, other) => other.duration - one.duration);
  if (longest === undefined || longest.place === null) return null;
  const where = placeWords(longest.place);
  return sooner
    ? `nothing holds the event loop at ${where} any more`
    : `the event loop is held for ${formatDuration(longest.duration)} at ${where}`;
}

/** The code that holds the loop: its file and text, since an edit above it moves its line. */
function codeOf({ trace }: Timeline, { place }: Hold): string {
  if (place === null) return '';
  const source = trace.files.find(({ path }) => path === place.file)?.source.split('\n')[place.line - 1];
  return `${place.file} ${source?.trim() || place.line}`;
}

function wallSentences({ runs }: Comparison): readonly string[] {
  const wall = ({ times, end }: Timeline) => times[end] ?? 0;
  const by = wall(runs.after) - wall(runs.before);
  if (by === 0) return [];
  return [`The whole run takes ${formatDuration(Math.abs(by))} ${by < 0 ? 'less' : 'longer'}.`];
}

function hopSentences({ totals }: Comparison): readonly string[] {
  const hops = totals.find(({ unit }) => unit === 'count');
  const by = hops === undefined ? null : knownDifference(hops);
  if (by === null || by === 0) return [];
  const size = Math.abs(by);
  return [
    `${capitalise(size === 1 ? 'one hop' : `${size} hops`)} ${by < 0 ? 'fewer' : 'more'} between the loop and threads.`,
  ];
}

function saidSentences({ requests }: Comparison): readonly string[] {
  return requests.some(({ said }) => said.length > 0) ? [`${saidWords({ requests })}.`] : [];
}

/** Which requests say something else, and of what kind it is. */
function saidWords({ requests }: Pick<Comparison, 'requests'>): string {
  const changed = requests.filter(({ said }) => said.length > 0);
  const names = changed.map(({ request }) => request ?? 'the program');
  const who =
    changed.length > 3
      ? `${changed.length} requests`
      : `${changed[0]?.request === null ? '' : changed.length === 1 ? 'request ' : 'requests '}${list(names)}`;
  const kinds = new Set(changed.flatMap(({ said }) => said.map(({ what }) => what)));
  const printed = kinds.delete('printed');
  const answered = kinds.size > 0;
  const verb = [...(printed ? ['print'] : []), ...(answered ? ['answer'] : [])];
  const says = changed.length === 1 ? verb.map((word) => `${word}s`) : verb;
  return `${capitalise(who)} ${says.join(' and ')} something else`;
}

function unmatchedSentences({ unmatched }: Comparison): readonly string[] {
  if (unmatched.length === 0) return [];
  const count = (side: Unmatched['side']) => unmatched.filter((own) => own.side === side).length;
  const [before, after] = [count('before'), count('after')];
  const parts = [
    ...(before > 0 ? [`${before} only before`] : []),
    ...(after > 0 ? [`${after} only now`] : []),
  ];
  return [
    unmatched.length === 1
      ? `One step has no counterpart: it is there ${before > 0 ? 'only before' : 'only now'}.`
      : `${unmatched.length} steps have no counterpart: ${list(parts)}.`,
  ];
}
