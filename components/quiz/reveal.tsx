/** What follows a committed answer: the verdict, and the run that decides. */
import type { ReactNode, Ref } from 'react';
import { InlineCode } from '@/components/ui/inline-code';
import type { Question } from '@/lib/course/question';
import type { Answer } from '@/lib/progress/record';
import { historyOf, verdictOf } from './verdict';

export function Verdict({
  question,
  answer,
  verdictRef,
  onTryAgain,
}: {
  readonly question: Question;
  readonly answer: Answer;
  readonly verdictRef: Ref<HTMLParagraphElement>;
  readonly onTryAgain: () => void;
}) {
  const { title, remark } = verdictOf(answer.latest);
  const history = historyOf(answer);
  const tone = answer.latest.correct ? 'text-success' : 'text-danger';
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-t border-line px-5 py-4">
      <div>
        <p ref={verdictRef} tabIndex={-1} className="outline-none">
          <span className={`font-semibold ${tone}`}>{title}</span> {remark}
        </p>
        {history && <p className="text-sm text-ink-soft">{history}</p>}
        {answer.latest.hash !== question.hash && (
          <p className="text-sm text-warning">
            The question has been edited since you answered it. Your answer is kept; you may want to read it
            again.
          </p>
        )}
      </div>
      <button
        type="button"
        onClick={onTryAgain}
        className="h-9 rounded-card border border-line-strong px-4 text-sm font-medium hover:border-accent hover:text-accent print:hidden"
      >
        Try again
      </button>
    </div>
  );
}

export function Proof({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    <div className="mt-5">
      <p className="mb-3 max-w-(--measure) text-ink-soft">
        <span className="font-semibold text-ink">The run that decides. </span>
        <InlineCode text={caption} />
      </p>
      {children}
    </div>
  );
}
