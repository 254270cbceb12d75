/** What a committed answer amounts to, and how that is said. */
import type { Option, Question, TimeQuestion } from '@/lib/course/question';
import type { Answer, Attempt } from '@/lib/progress/record';

/**
 * An answer as the record keeps it: ids of options; of an order, in the order in which they were put, without
 * what never happens; of a bet on the time axis, its microseconds alone.
 */
export type Choice = readonly string[];

/** Where on the axis a bet was placed, in microseconds; null where there is none. */
export function betOf(choice: Choice): number | null {
  const [bet] = choice;
  return bet === undefined || !/^\d+$/.test(bet) ? null : Number(bet);
}

/** The band in which a bet lies; the last one holds its end as well. */
export function bandOf({ options, bands }: TimeQuestion, bet: number): Option | null {
  const index = bands.findIndex(([from, to]) => from <= bet && bet < to);
  return options[index] ?? options.at(-1) ?? null;
}

/** Whether the answer is the right one. */
export function isCorrect(question: Question, choice: Choice): boolean {
  if (question.kind === 'order') {
    const { order } = question;
    return order.length === choice.length && order.every((id, place) => choice[place] === id);
  }
  if (question.kind === 'time') {
    const bet = betOf(choice);
    if (bet === null) return false;
    const isNear = Math.abs(bet - question.truth) <= question.tolerance;
    return isNear || bandOf(question, bet)?.correct === true;
  }
  return question.options.every(({ id, correct }) => correct === choice.includes(id));
}

/** A committed answer, ready to be kept. `now` is in milliseconds since 1970. */
export function commit(
  question: Question,
  choice: Choice,
  sure: boolean,
  earlier: Answer | null,
  now: number,
): Answer {
  const attempt: Attempt = {
    chosen: choice,
    sure,
    correct: isCorrect(question, choice),
    hash: question.hash,
    answeredAt: now,
  };
  return { first: earlier?.first ?? attempt, latest: attempt };
}

/** The verdict, with what the reader's confidence makes of it. */
export function verdictOf({ correct, sure }: Attempt): { readonly title: string; readonly remark: string } {
  if (correct && sure) return { title: 'Right, and you knew it.', remark: '' };
  if (correct) return { title: 'Right.', remark: 'You were not sure: the run below is why you may be.' };
  if (sure) {
    return { title: 'Not so.', remark: 'You were sure, which makes this one worth the run below.' };
  }
  return { title: 'Not so.', remark: 'You had your doubts. The run below settles them.' };
}

/** What the reader should know of earlier answers; null when there is nothing. */
export function historyOf({ first, latest }: Answer): string | null {
  if (first.answeredAt === latest.answeredAt) return null;
  return first.correct ? 'Your first answer was right.' : 'Your first answer was not; it stays on record.';
}

/** The last choice, as far as the question still has those options. */
export function keptChoice(question: Question, { chosen }: Attempt): Choice {
  if (question.kind === 'time') return chosen;
  return chosen.filter((id) => question.options.some((option) => option.id === id));
}
