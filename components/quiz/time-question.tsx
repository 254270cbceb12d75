'use client';
/** A bet on the time axis. After the reveal, the bet and what came stay marked on it. */
import { useId } from 'react';
import type { TimeQuestion } from '@/lib/course/question';
import { formatDuration } from '@/lib/trace/duration';
import type { Answering, CardProperties } from './answering';
import { QuestionFrame } from './question-frame';
import { Reasons } from './reasons';
import styles from './time-question.module.css';
import { bandOf, betOf } from './verdict';

export function TimeQuestionCard({ question, proof }: CardProperties<TimeQuestion>) {
  return (
    <QuestionFrame question={question} proof={proof} hint="choose a time">
      {(answering) => (answering.revealed ? <TimeReveal {...answering} /> : <TimeControl {...answering} />)}
    </QuestionFrame>
  );
}

/** A range has about this many steps, each of a round length. */
const STEPS = 100;

/** The length of a step of the slider in microseconds: 1, 2 or 5 times a power of ten. */
export function stepOf([from, to]: TimeQuestion['range']): number {
  const wanted = (to - from) / STEPS;
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)));
  return ([1, 2, 5].find((factor) => factor * power >= wanted) ?? 10) * power;
}

function TimeControl({ question: { range }, choice, onChoose }: Answering<TimeQuestion>) {
  const [from, to] = range;
  const step = stepOf(range);
  const label = useId();
  const bet = betOf(choice);
  const middle = from + Math.round((to - from) / 2 / step) * step;
  const words = bet === null ? 'no time chosen yet' : formatDuration(bet);
  return (
    <div className="needs-script border-t border-line px-5 py-4">
      <p id={label} className="text-sm text-ink-soft">
        Your bet: <strong className="tabular text-base text-ink">{words}</strong>
      </p>
      <input
        type="range"
        aria-labelledby={label}
        aria-valuetext={words}
        min={from}
        max={to}
        step={step}
        value={bet ?? middle}
        data-placed={bet !== null}
        onChange={(event) => onChoose([event.target.value])}
        // The middle is a bet as well, for whoever presses it.
        onPointerUp={(event) => onChoose([event.currentTarget.value])}
        className={styles.slider}
      />
      <Ends range={range} />
    </div>
  );
}

function Ends({ range: [from, to] }: { readonly range: TimeQuestion['range'] }) {
  return (
    <p className="tabular flex justify-between text-xs text-ink-faint" aria-hidden="true">
      <span>{formatDuration(from)}</span>
      <span>{formatDuration(to)}</span>
    </p>
  );
}

function TimeReveal({ question, choice }: Answering<TimeQuestion>) {
  const { range, truth, bands, options } = question;
  const bet = betOf(choice);
  const [from, to] = range;
  const at = (time: number) => `${((time - from) / (to - from)) * 100}%`;
  return (
    <>
      <div className="border-t border-line px-5 py-4">
        <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {bet !== null && (
            <span>
              <Flag kind="bet" /> Your bet: <strong className="tabular">{formatDuration(bet)}</strong>
            </span>
          )}
          <span>
            <Flag kind="truth" /> It came at <strong className="tabular">{formatDuration(truth)}</strong>
          </span>
        </p>
        <div className={styles.axis} aria-hidden="true">
          {bands.map(([begin, end], index) => (
            <span
              key={begin}
              className={styles.band}
              data-right={options[index]?.correct}
              style={{ left: at(begin), width: `calc(${at(end)} - ${at(begin)})` }}
            />
          ))}
          {bet !== null && <span className={styles.flag} data-kind="bet" style={{ left: at(bet) }} />}
          <span className={styles.flag} data-kind="truth" style={{ left: at(truth) }} />
        </div>
        <Ends range={range} />
      </div>
      <Reasons options={options} chosen={bet === null ? null : (bandOf(question, bet)?.id ?? null)}>
        {({ text }) => <span className="tabular">{text}</span>}
      </Reasons>
    </>
  );
}

const Flag = ({ kind }: { readonly kind: 'bet' | 'truth' }) => (
  <span className={styles.key} data-kind={kind} aria-hidden="true" />
);
