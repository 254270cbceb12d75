'use client';
/**
 * What all questions share: choose, say how sure you are, commit. Only then the verdict, a reason for every
 * option, and the run that decides. The answer is kept under the question's id.
 */
import { type ReactNode, useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
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
  /** The choice as an event finds it, which may come before the next rendering. */
  const latest = useRef(initial);
  const [tryingAgain, setTryingAgain] = useState(useContext(AskedAfresh));
  const [justCommitted, setJustCommitted] = useState(false);
  const fields = useRef<HTMLFieldSetElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const prompt = useId();

  const revealed = Boolean(answer) && !tryingAgain;
  const shown = revealed && answer ? keptChoice(question, answer.latest) : choice;
  usePlacedBet(question, revealed ? shown : null);

  const choose = (next: Choice) => {
    latest.current = next;
    setChoice(next);
  };

  useLayoutEffect(() => {
    const early = chosenInPage(fields.current);
    if (early.length === 0) return;
    latest.current = early;
    setChoice(early);
  }, []);

  useEffect(() => {
    // The button that had the focus is gone; a screen reader should hear the verdict next.
    if (revealed && justCommitted) verdict.current?.focus();
  }, [revealed, justCommitted]);

  const commitChoice = async (sure: boolean) => {
    const chosen = latest.current;
    const record = await openRecord();
    // From the record and not from the page: another tab, or the slowness of storage, may have kept it from here.
    const earlier = await record.readAnswer(question.id);
    await record.writeAnswer(question.id, commit(question, chosen, sure, earlier, Date.now()));
    setTryingAgain(false);
    setJustCommitted(true);
  };

  const tryAgain = () => {
    choose(initial);
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
          {children({ question, choice: shown, revealed, onChoose: choose })}
        </fieldset>
        {revealed && answer ? (
          <Verdict question={question} answer={answer} verdictRef={verdict} onTryAgain={tryAgain} />
        ) : (
          <div className="needs-script border-t border-line px-5 py-4">
            <Commitment canCommit={() => latest.current.length > 0} onCommit={commitChoice} />
          </div>
        )}
      </div>
      {revealed && <Proof caption={question.proof.caption}>{proof}</Proof>}
      {answer === undefined && <PlainAnswer question={question} />}
    </section>
  );
}

/** What was chosen by the page's own radio buttons and slider while this code was still on its way. */
function chosenInPage(fields: HTMLElement | null): Choice {
  const inputs = Array.from(fields?.querySelectorAll('input') ?? []);
  return inputs
    .filter(({ type, checked, value, defaultValue }) => (type === 'range' ? value !== defaultValue : checked))
    .map(({ value }) => value);
}
