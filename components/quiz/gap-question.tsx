'use client';
/** A few lines of code with a gap: an option fills it as soon as it is chosen. */
import { Group } from '@/components/timeline/group';
import type { GapQuestion } from '@/lib/course/question';
import type { CardProperties } from './answering';
import { OptionRow } from './option-row';
import { QuestionFrame } from './question-frame';

export function GapQuestionCard({ question, proof }: CardProperties<GapQuestion>) {
  return (
    <QuestionFrame question={question} proof={proof} hint="fill the gap">
      {({ choice, revealed, onChoose }) => (
        <>
          <Filled
            question={question}
            text={question.options.find(({ id }) => choice.includes(id))?.text ?? null}
          />
          {question.options.map((option) => (
            <OptionRow
              key={option.id}
              option={option}
              type="radio"
              name={question.id}
              chosen={choice.includes(option.id)}
              revealed={revealed}
              onChoose={(id) => onChoose([id])}
            >
              <code className="whitespace-pre-wrap">{option.text}</code>
            </OptionRow>
          ))}
        </>
      )}
    </QuestionFrame>
  );
}

/** The code with the chosen text in its gap. Options are heard as they are chosen, so this is for the eye. */
function Filled({
  question: { file, code },
  text,
}: {
  readonly question: GapQuestion;
  readonly text: string | null;
}) {
  const [before = '', after = ''] = code.split('____');
  return (
    <figure className="border-t border-line bg-code-ground">
      <figcaption className="px-5 pt-3 font-mono text-[0.8125rem] text-ink-faint">{file}</figcaption>
      <Group label={`The code of ${file}`} scrolls className="overflow-x-auto px-5 py-3">
        <pre className="w-max min-w-full text-sm">
          <code className="bg-transparent p-0">
            {before}
            {text === null ? (
              <span className="inline-block min-w-16 rounded border border-dashed border-line-strong text-center text-ink-faint">
                <span aria-hidden="true">?</span>
                <span className="sr-only">gap</span>
              </span>
            ) : (
              <mark className="rounded bg-accent-wash px-1 text-ink outline-1 outline-accent">{text}</mark>
            )}
            {after}
          </code>
        </pre>
      </Group>
    </figure>
  );
}
