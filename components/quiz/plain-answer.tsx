import { InlineCode } from '@/components/ui/inline-code';
import { runAnchor } from '@/lib/course/addresses';
import type { Question } from '@/lib/course/question';

/** The answer for readers without JavaScript, who cannot commit to one. */
export function PlainAnswer({ question }: { readonly question: Question }) {
  return (
    <details className="without-script mt-4">
      <summary className="font-medium">Show the answer and the reasons</summary>
      <ul className="mt-3 grid gap-3">
        {question.options.map(({ id, text, correct, reason }) => (
          <li key={id}>
            <p>
              <strong>{correct ? 'Right: ' : 'Wrong: '}</strong>
              <InlineCode text={text} />
            </p>
            <p className="text-ink-soft">
              <InlineCode text={reason} />
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
