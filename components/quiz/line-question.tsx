'use client';
/** Click the line: the file as it stands, some of its lines being the options. */
import { Group } from '@/components/timeline/group';
import type { LineQuestion } from '@/lib/course/question';
import type { Answering, CardProperties } from './answering';
import styles from './line-question.module.css';
import { QuestionFrame } from './question-frame';
import { Reasons } from './reasons';

export function LineQuestionCard({ question, proof }: CardProperties<LineQuestion>) {
  return (
    <QuestionFrame question={question} proof={proof} hint="click the line">
      {(answering) => (
        <>
          <File {...answering} />
          {answering.revealed && (
            <Reasons options={question.options} chosen={answering.choice[0] ?? null}>
              {({ text }) => <code>{text}</code>}
            </Reasons>
          )}
        </>
      )}
    </QuestionFrame>
  );
}

function File({ question, choice, revealed, onChoose }: Answering<LineQuestion>) {
  return (
    <div className="border-t border-line bg-code-ground">
      <p className="px-5 pt-3 font-mono text-[0.8125rem] text-ink-faint">{question.file}</p>
      <Group label={`Lines of ${question.file}`} scrolls={revealed} className={styles.code}>
        <div className={styles.lines}>
          {question.lines.map(({ text, option }, index) => {
            const number = index + 1;
            // Lines never move, so their number is their key.
            if (option === null) return <Line key={number} number={number} text={text} />;
            const correct = question.options.find(({ id }) => id === option)?.correct ?? false;
            return (
              <label
                key={number}
                className={`${styles.line} ${styles.option}`}
                data-verdict={revealed ? (correct ? 'right' : 'wrong') : undefined}
              >
                <input
                  type="radio"
                  name={question.id}
                  value={option}
                  checked={choice.includes(option)}
                  disabled={revealed}
                  onChange={() => onChoose([option])}
                  className={styles.mark}
                />
                <span className={styles.number} aria-hidden="true">
                  {number}
                </span>
                <span className="sr-only">Line {number}: </span>
                <code>{text}</code>
              </label>
            );
          })}
        </div>
      </Group>
    </div>
  );
}

function Line({ number, text }: { readonly number: number; readonly text: string }) {
  return (
    <div className={styles.line}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <code>{text}</code>
    </div>
  );
}
