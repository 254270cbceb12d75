/**
 * From what an author writes to what a page shows: the right answer is read from the recorded run. A
 * question that does not fit its run is refused, with what the run did.
 */
import { doingAt, doingWords } from '@/lib/checks';
import { formatDuration } from '@/lib/trace/duration';
import { placesOf } from '@/lib/trace/places';
import type { Trace, TraceEvent } from '@/lib/trace/schema';
import { capitalise } from '@/lib/trace/words';
import { judgeProbe, type Probe } from '../probe';
import type { Option, Question, UnsignedQuestion } from '../question';
import { fingerprint } from './fingerprint';
import { type DescriptionOf, GAP, type QuestionDescription, type Selector } from './question-description';
import { selectedMoment, selectorWords } from './selected-moment';

/** The recorded run of an example of the unit; throws where there is none of that name. */
type RunNamed = (example: string) => Trace;

/** What is wrong with a question, for its author. */
export class QuestionError extends Error {}

/** Reads the right answer from the run. Throws QuestionError where question and run do not fit together. */
export function settleQuestion(description: QuestionDescription, runNamed: RunNamed): Question {
  const { id, prompt, proof } = description;
  const failure = failureOf(proof.shows, proof.example, runNamed);
  if (failure !== null) throw new QuestionError(`its proof does not hold: ${failure}`);
  const settled: UnsignedQuestion = {
    ...particularsOf(description, runNamed),
    id,
    prompt,
    proof: { example: proof.example, run: runNamed(proof.example).scenario.id, caption: proof.caption },
  };
  return { ...settled, hash: fingerprint(settled) };
}

function particularsOf(description: QuestionDescription, runNamed: RunNamed) {
  const trace = runNamed(description.proof.example);
  switch (description.kind) {
    case 'single':
    case 'multiple':
      return settleChoice(description, runNamed);
    case 'order':
      return settleOrder(description, trace);
    case 'gap':
      return settleGap(description, trace);
    case 'line':
      return settleLine(description, trace);
    case 'moment':
      return settleMoment(description, trace);
    case 'time':
      return settleTime(description, trace);
  }
}

/** Why the probes do not all hold; null where they do. */
function failureOf(probes: readonly Probe[], example: string, runNamed: RunNamed): string | null {
  for (const probe of probes) {
    const verdict = judgeProbe(probe, runNamed(probe.run ?? example));
    if (!verdict.passed) return verdict.message;
  }
  return null;
}

function settleChoice(description: DescriptionOf<'single' | 'multiple'>, runNamed: RunNamed) {
  const { kind, proof } = description;
  const typed = description.options.some(({ correct }) => correct !== undefined);
  if (typed && proof.shows.length === 0) {
    throw new QuestionError('says itself which options are right, so its proof needs `shows`.');
  }
  const judged = description.options.map(({ id, text, reason, shows = [], correct }) => {
    const failure = correct === undefined ? failureOf(shows, proof.example, runNamed) : null;
    return { failure, option: { id, text, correct: correct ?? failure === null, reason } };
  });
  const options = judged.map(({ option }) => option);
  if (kind === 'single') {
    const why = judged.map(({ failure, option }) => `\n  "${option.id}": ${failure ?? 'is so.'}`).join('');
    onlyRight(options, typed ? '' : why);
  } else if (!options.some(({ correct }) => correct)) {
    throw new QuestionError('has no right option.');
  }
  return { kind, options };
}

/** The one right option. Throws where there is none or more; `why` is added to the complaint. */
function onlyRight(options: readonly Option[], why: string): Option {
  const right = options.filter(({ correct }) => correct);
  const [only] = right;
  if (only === undefined) throw new QuestionError(`has no right option. ${why}`.trim());
  if (right.length > 1) {
    const ids = right.map(({ id }) => `"${id}"`).join(', ');
    throw new QuestionError(`has more than one right option: ${ids}. ${why}`.trim());
  }
  return only;
}

function settleOrder({ items }: DescriptionOf<'order'>, trace: Trace) {
  const found = items.map((item) => ({ ...item, seq: selectedMoment(trace, item.event)?.seq ?? null }));
  const happened = found
    .flatMap((item) => (item.seq === null ? [] : [{ id: item.id, seq: item.seq }]))
    .sort((one, other) => one.seq - other.seq);
  if (happened.length < 2) throw new QuestionError('asks for the order of fewer than two events of its run.');
  const twice = happened.find(({ seq }, index) => happened[index + 1]?.seq === seq);
  if (twice !== undefined) throw new QuestionError(`names the event of "${twice.id}" twice.`);
  return {
    kind: 'order' as const,
    options: found.map(({ id, text, reason, seq }) => ({ id, text, reason, correct: seq !== null })),
    order: happened.map(({ id }) => id),
  };
}

const trimmedLines = (text: string) => text.split('\n').map((line) => line.trim());

function settleGap({ file, code, options }: DescriptionOf<'gap'>, trace: Trace) {
  const source = `\n${trimmedLines(sourceOf(trace, file)).join('\n')}\n`;
  const settled = options.map((option) => {
    const filled = trimmedLines(code.replace(GAP, () => option.text)).join('\n');
    return { ...option, correct: source.includes(`\n${filled}\n`) };
  });
  onlyRight(settled, `Filled in, exactly one must stand in ${file}.`);
  return { kind: 'gap' as const, file, code, options: settled };
}

function settleLine({ file, event, options }: DescriptionOf<'line'>, trace: Trace) {
  const lines = sourceOf(trace, file).trimEnd().split('\n');
  const place = placesOf(trace, foundIn(trace, event)).find((candidate) => candidate.file === file);
  if (place === undefined) throw new QuestionError(`${selectorWords(event)} stands on no line of ${file}.`);
  const numberOf = new Map(
    options.map(({ id, text }) => {
      const numbers = lines.flatMap((line, index) => (line.trim() === text ? [index + 1] : []));
      const [number] = numbers;
      if (number === undefined || numbers.length > 1) {
        throw new QuestionError(
          `the line of "${id}" stands ${numbers.length === 0 ? 'nowhere' : 'more than once'} in ${file}.`,
        );
      }
      return [id, number];
    }),
  );
  const settled = options.map((option) => ({ ...option, correct: numberOf.get(option.id) === place.line }));
  onlyRight(settled, `It happened at line ${place.line} of ${file}: ${lines[place.line - 1]?.trim()}`);
  const optionAt = new Map([...numberOf].map(([id, number]) => [number, id]));
  return {
    kind: 'line' as const,
    file,
    lines: lines.map((text, index) => ({ text, option: optionAt.get(index + 1) ?? null })),
    options: settled,
  };
}

function settleMoment({ request, at, options }: DescriptionOf<'moment'>, trace: Trace) {
  const time = microseconds(at);
  const doing = doingAt(trace, request, time);
  if (doing === null) throw new QuestionError(`its run has no request ${request}.`);
  const settled = options.map(({ id, reason }) => ({
    id,
    text: capitalise(doingWords(id)),
    correct: id === doing,
    reason,
  }));
  onlyRight(settled, `At ${formatDuration(time)} request ${request} is ${doingWords(doing)}.`);
  return { kind: 'moment' as const, request, at: time, options: settled };
}

function settleTime(description: DescriptionOf<'time'>, trace: Trace) {
  const { event, range, tolerance, bands } = description;
  const truth = foundIn(trace, event).t;
  const [from, to] = [microseconds(range[0]), microseconds(range[1])];
  const edges = bands.map((band) => [microseconds(band.from), microseconds(band.to)] as const);
  const covers =
    edges[0]?.[0] === from &&
    edges.at(-1)?.[1] === to &&
    edges.every(([begin, end], index) => begin < end && (edges[index + 1]?.[0] ?? end) === end);
  if (!covers) throw new QuestionError('its bands do not cover the range from end to end.');
  const options = bands.map(({ id, reason }, index) => {
    const [begin = 0, end = 0] = edges[index] ?? [];
    const isLast = index === bands.length - 1;
    return {
      id,
      text: `${formatDuration(begin)} to ${formatDuration(end)}`,
      correct: begin <= truth && (truth < end || (isLast && truth === end)),
      reason,
    };
  });
  onlyRight(options, `It happened at ${formatDuration(truth)}.`);
  return {
    kind: 'time' as const,
    range: [from, to] as const,
    tolerance: microseconds(tolerance),
    truth,
    bands: edges,
    options,
  };
}

const microseconds = (seconds: number) => Math.round(seconds * 1_000_000);

function sourceOf(trace: Trace, file: string): string {
  const source = trace.files.find(({ path }) => path === file)?.source;
  if (source === undefined) throw new QuestionError(`its run has no file ${file}.`);
  return source;
}

function foundIn(trace: Trace, selector: Selector): TraceEvent {
  const found = selectedMoment(trace, selector);
  if (found === null) throw new QuestionError(`its run has no ${selectorWords(selector)}.`);
  return found;
}
