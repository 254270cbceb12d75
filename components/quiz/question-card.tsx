'use client';
/**
 * A question that is answered before it is explained: choose, say how sure you are, commit. Only then the
 * verdict, a reason for every option, and the run that decides. The answer is kept under the question's id.
 */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { InlineCode } from '@/components/ui/inline-code';
import type { Question } from '@/lib/course/question';
import { openRecord } from '@/lib/progress/open-record';
import { Commitment } from './commitment';
import { OptionRow } from './option-row';
import { PlainAnswer } from './plain-answer';
import { Proof, Verdict } from './reveal';
import { useAnswer } from './use-answer';
import { chosenOptions, commit, severalMayBeChosen } from './verdict';

export function QuestionCard({
  question,
  proof,
}: {
  readonly question: Question;
  readonly proof: ReactNode;
}) {
  const answer = useAnswer(question.id);
  const [choice, setChoice] = useState<ReadonlySet<string>>(new Set());
  const [tryingAgain, setTryingAgain] = useState(false);
  const [justCommitted, setJustCommitted] = useState(false);
  const verdict = useRef<HTMLParagraphElement>(null);
  const prompt = useId();

  const revealed = Boolean(answer) && !tryingAgain;
  const chosen = revealed && answer ? chosenOptions(question, answer.latest) : choice;

  useEffect(() => {
    // The button that had the focus is gone; a screen reader should hear the verdict next.
    if (revealed && justCommitted) verdict.current?.focus();
  }, [revealed, justCommitted]);

  const choose = (id: string) => {
    const next = new Set(severalMayBeChosen(question) ? choice : []);
    if (choice.has(id) && severalMayBeChosen(question)) next.delete(id);
    else next.add(id);
    setChoice(next);
  };

  const commitChoice = async (sure: boolean) => {
    const record = await openRecord();
    await record.writeAnswer(question.id, commit(question, choice, sure, answer ?? null, Date.now()));
    setTryingAgain(false);
    setJustCommitted(true);
  };

  const tryAgain = () => {
    setChoice(new Set());
    setJustCommitted(false);
    setTryingAgain(true);
  };

  return (
    <section data-wide data-question={question.id} aria-labelledby={prompt} className="my-10">
      <div className="max-w-(--measure) overflow-clip rounded-card border border-line-strong/60">
        <fieldset>
          <legend className="contents">
            <span className="flex flex-col gap-1 bg-surface px-5 py-4">
              <span className="text-sm font-semibold text-accent">
                {revealed ? 'Your answer' : 'Place your bet'}
                {question.kind === 'multiple' && (
                  <span className="text-ink-faint"> · more than one may be right</span>
                )}
              </span>
              <span id={prompt} className="text-lg leading-snug font-medium text-pretty">
                <InlineCode text={question.prompt} />
              </span>
            </span>
          </legend>
          {question.options.map((option) => (
            <OptionRow
              key={option.id}
              option={option}
              question={question}
              chosen={chosen.has(option.id)}
              revealed={revealed}
              onChoose={choose}
            />
          ))}
        </fieldset>
        {revealed && answer ? (
          <Verdict question={question} answer={answer} verdictRef={verdict} onTryAgain={tryAgain} />
        ) : (
          <div className="needs-script border-t border-line px-5 py-4">
            <Commitment canCommit={choice.size > 0} onCommit={commitChoice} />
          </div>
        )}
      </div>
      {revealed && <Proof caption={question.proof.caption}>{proof}</Proof>}
      {answer === undefined && <PlainAnswer question={question} />}
    </section>
  );
}
