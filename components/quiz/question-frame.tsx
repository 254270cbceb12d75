'use client';
/**
 * What all questions share: choose, say how sure you are, commit. Only then the verdict, a reason for every
 * option, and the run that decides. The answer is kept under the question's id.
 */
import { type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { InlineCode } from '@/components/ui/inline-code';
import type { Question } from '@/lib/course/question';
import { openRecord } from '@/lib/progress/open-record';
import type { Answering, CardProperties } from './answering';
import { AskedAfresh } from './asked-afresh';
import { Commitment } from './commitment';
import { PlainAnswer } from './plain-answer';
import { Proof, Verdict } from './reveal';
import { useAnswer } from './use-answer';
import { usePlacedBet } from './use-placed-bet';
import { type Choice, commit, keptChoice } from './verdict';

export function QuestionFrame<Kind extends Question>({
  question,
  proof,
  hint,
  initial = [],
  children,
}: CardProperties<Kind> & {
  /** How to answer, in a few words. */
  readonly hint?: string;
  /** What is chosen before the reader chooses, such as the order in which the items stand. */
  readonly initial?: Choice;
  readonly children: (answering: Answering<Kind>) => ReactNode;
}) {
  const answer = useAnswer(question.id);
  const [choice, setChoice] = useState(initial);
  const [tryingAgain, setTryingAgain] = useState(useContext(AskedAfresh));
  const [justCommitted, setJustCommitted] = useState(false);
  const fields = useRef<HTMLFieldSetElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const prompt = useId();

  const revealed = Boolean(answer) && !tryingAgain;
  const shown = revealed && answer ? keptChoice(question, answer.latest) : choice;
  usePlacedBet(question, revealed ? shown : null);

  useEffect(() => {
    // What was chosen while this code was still on its way.
    const early = fields.current?.querySelectorAll<HTMLInputElement>('input:checked') ?? [];
    if (early.length > 0) setChoice(Array.from(early, ({ value }) => value));
  }, []);

  useEffect(() => {
    // The button that had the focus is gone; a screen reader should hear the verdict next.
    if (revealed && justCommitted) verdict.current?.focus();
  }, [revealed, justCommitted]);

  const commitChoice = async (sure: boolean) => {
    const record = await openRecord();
    // From the record and not from the page: another tab, or the slowness of storage, may have kept it from here.
    const earlier = await record.readAnswer(question.id);
    await record.writeAnswer(question.id, commit(question, choice, sure, earlier, Date.now()));
    setTryingAgain(false);
    setJustCommitted(true);
  };

  const tryAgain = () => {
    setChoice(initial);
    setJustCommitted(false);
    setTryingAgain(true);
  };

  return (
    <section data-question={question.id} aria-labelledby={prompt}>
      <div className="max-w-(--measure) overflow-clip rounded-card border border-line-strong/60">
        <fieldset ref={fields} className="min-w-0">
          <legend className="contents">
            <span className="flex flex-col gap-1 bg-surface px-5 py-4">
              <span className="text-sm font-semibold text-accent">
                {revealed ? 'Your answer' : 'Place your bet'}
                {hint !== undefined && <span className="text-ink-faint"> · {hint}</span>}
              </span>
              <span id={prompt} className="text-lg leading-snug font-medium text-pretty">
                <InlineCode text={question.prompt} />
              </span>
            </span>
          </legend>
          {children({ question, choice: shown, revealed, onChoose: setChoice })}
        </fieldset>
        {revealed && answer ? (
          <Verdict question={question} answer={answer} verdictRef={verdict} onTryAgain={tryAgain} />
        ) : (
          <div className="needs-script border-t border-line px-5 py-4">
            <Commitment canCommit={choice.length > 0} onCommit={commitChoice} />
          </div>
        )}
      </div>
      {revealed && <Proof caption={question.proof.caption}>{proof}</Proof>}
      {answer === undefined && <PlainAnswer question={question} />}
    </section>
  );
}
