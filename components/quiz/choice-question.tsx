'use client';
/** One right option among several, or more than one. */
import { InlineCode } from '@/components/ui/inline-code';
import type { ChoiceQuestion } from '@/lib/course/question';
import type { CardProperties } from './answering';
import { OptionRow } from './option-row';
import { QuestionFrame } from './question-frame';

export function ChoiceQuestionCard({ question, proof }: CardProperties<ChoiceQuestion>) {
  const several = question.kind === 'multiple';
  return (
    <QuestionFrame
      question={question}
      proof={proof}
      {...(several ? { hint: 'more than one may be right' } : {})}
    >
      {({ choice, revealed, onChoose }) =>
        question.options.map((option) => (
          <OptionRow
            key={option.id}
            option={option}
            type={several ? 'checkbox' : 'radio'}
            name={question.id}
            chosen={choice.includes(option.id)}
            revealed={revealed}
            onChoose={(id) => onChoose(several ? toggled(choice, id) : [id])}
          >
            <InlineCode text={option.text} />
          </OptionRow>
        ))
      }
    </QuestionFrame>
  );
}

const toggled = (choice: readonly string[], id: string) =>
  choice.includes(id) ? choice.filter((other) => other !== id) : [...choice, id];
