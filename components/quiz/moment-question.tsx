'use client';
/** What is a request doing at a moment? The states are shown by the timeline's own marks. */
import { Sample } from '@/components/timeline/legend';
import type { MomentQuestion } from '@/lib/course/question';
import type { CardProperties } from './answering';
import { OptionRow } from './option-row';
import { QuestionFrame } from './question-frame';

/** The states that the timeline draws by a mark of their own, see its legend. */
const MARKED = ['running', 'ready', 'suspended', 'queued', 'in-thread', 'blocking'] as const;

export function MomentQuestionCard({ question, proof }: CardProperties<MomentQuestion>) {
  return (
    <QuestionFrame question={question} proof={proof}>
      {({ choice, revealed, onChoose }) =>
        question.options.map((option) => (
          <OptionRow
            key={option.id}
            option={option}
            type="radio"
            name={question.id}
            chosen={choice.includes(option.id)}
            revealed={revealed}
            onChoose={(id) => onChoose([id])}
          >
            <span className="flex items-center justify-between gap-4">
              {option.text}
              <StateMark state={option.id} />
            </span>
          </OptionRow>
        ))
      }
    </QuestionFrame>
  );
}

function StateMark({ state }: { readonly state: string }) {
  const shape = MARKED.find((marked) => marked === state);
  return shape === undefined ? null : <Sample shape={shape} />;
}
