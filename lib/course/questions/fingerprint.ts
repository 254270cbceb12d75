/** By what a kept answer knows that its question was edited since. */
import { createHash } from 'node:crypto';
import type { UnsignedQuestion } from '../question';

/**
 * Twelve hexadecimal digits that change with the wording or the right answer, and with nothing else: not
 * with a reason, and not when a new recording moves an event that keeps its place among the others.
 */
export function fingerprint(question: UnsignedQuestion): string {
  const { kind, prompt, options } = question;
  const wording = [
    kind,
    prompt,
    ...options.map(({ id, text, correct }) => [id, text, correct]),
    ...particulars(question),
  ];
  return createHash('sha256').update(JSON.stringify(wording)).digest('hex').slice(0, 12);
}

/** What is asked beside the prompt and the options. */
function particulars(question: UnsignedQuestion): readonly unknown[] {
  switch (question.kind) {
    case 'order':
      return question.order;
    case 'gap':
      return [question.code];
    case 'moment':
      return [question.request, question.at];
    case 'time':
      return [question.range, question.bands];
    default:
      return [];
  }
}
