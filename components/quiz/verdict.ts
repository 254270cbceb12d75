/** What a committed answer amounts to, and how that is said. */
import type { Question } from '@/lib/course/question';
import type { Answer, Attempt } from '@/lib/progress/record';

/** Whether the answer is a set of options, and not one of them. */
export function severalMayBeChosen({ kind }: Question): boolean {
  return kind === 'multiple' || kind === 'order';
}

/** Whether exactly the right options were chosen. */
export function isCorrect({ options }: Question, chosen: ReadonlySet<string>): boolean {
  return options.every(({ id, correct }) => correct === chosen.has(id));
}

/** A committed answer, ready to be kept. `now` is in milliseconds since 1970. */
export function commit(
  question: Question,
  chosen: ReadonlySet<string>,
  sure: boolean,
  earlier: Answer | null,
  now: number,
): Answer {
  const attempt: Attempt = {
    chosen: question.options.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
    sure,
    correct: isCorrect(question, chosen),
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
export function chosenOptions({ options }: Question, attempt: Attempt): ReadonlySet<string> {
  return new Set(attempt.chosen.filter((id) => options.some((option) => option.id === id)));
}
