/** The answer for readers without JavaScript, who cannot commit to one. */
import { InlineCode } from '@/components/ui/inline-code';
import { runAnchor } from '@/lib/course/addresses';
import type { Option, Question } from '@/lib/course/question';
import { formatDuration } from '@/lib/trace/duration';

export function PlainAnswer({ question }: { readonly question: Question }) {
  return (
    <details className="without-script mt-4">
      <summary className="font-medium">Show the answer and the reasons</summary>
      {question.kind === 'time' && <p className="mt-3">It came at {formatDuration(question.truth)}.</p>}
      <ul className="mt-3 grid gap-3">
        {inOrder(question).map((option) => (
          <li key={option.id}>
            <p>
              <strong>{standing(question, option)}: </strong>
              {question.kind === 'gap' || question.kind === 'line' ? (
                <code>{option.text}</code>
              ) : (
                <InlineCode text={option.text} />
              )}
            </p>
            <p className="text-ink-soft">
              <InlineCode text={option.reason} />
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <InlineCode text={question.proof.caption} />{' '}
        <a href={`#${runAnchor(question.proof.example)}`}>See the run.</a>
      </p>
    </details>
  );
}

/** The options as they are told: of an order, what came in its order, then what never did. */
function inOrder(question: Question): readonly Option[] {
  if (question.kind !== 'order') return question.options;
  const place = ({ id, correct }: Option) => (correct ? question.order.indexOf(id) : question.order.length);
  return question.options.toSorted((one, other) => place(one) - place(other));
}

function standing(question: Question, { id, correct }: Option): string {
  if (question.kind !== 'order') return correct ? 'Right' : 'Wrong';
  return correct ? String(question.order.indexOf(id) + 1) : 'Never';
}
