'use client';
/**
 * A question that is answered before it is explained. The code of its kind is fetched when the reader turns to
 * it, or has answered it before; until then the page shows what the server rendered.
 */
// A card is drawn by the server before the code of its kind has come, so the stylesheets are asked for here.
import './line-question.module.css';
import './option-row.module.css';
import './time-question.module.css';
import type { ComponentType } from 'react';
import { whenTurnedTo } from '@/components/ui/when-near';
import type { Question } from '@/lib/course/question';
import { openRecord } from '@/lib/progress/open-record';
import type { CardProperties } from './answering';

const Choice = card(async () => (await import('./choice-question')).ChoiceQuestionCard);
const Order = card(async () => (await import('./order-question')).OrderQuestionCard);
const Gap = card(async () => (await import('./gap-question')).GapQuestionCard);
const Line = card(async () => (await import('./line-question')).LineQuestionCard);
const Moment = card(async () => (await import('./moment-question')).MomentQuestionCard);
const Time = card(async () => (await import('./time-question')).TimeQuestionCard);

function card<Kind extends Question>(load: () => Promise<ComponentType<CardProperties<Kind>>>) {
  return whenTurnedTo(load, async ({ question }: CardProperties<Kind>) => {
    const record = await openRecord();
    return (await record.readAnswer(question.id)) !== null;
  });
}

export function QuestionCard(properties: CardProperties) {
  return (
    <div data-wide className="my-10">
      <CardOfKind {...properties} />
    </div>
  );
}

function CardOfKind({ question, proof }: CardProperties) {
  switch (question.kind) {
    case 'order':
      return <Order question={question} proof={proof} />;
    case 'gap':
      return <Gap question={question} proof={proof} />;
    case 'line':
      return <Line question={question} proof={proof} />;
    case 'moment':
      return <Moment question={question} proof={proof} />;
    case 'time':
      return <Time question={question} proof={proof} />;
    default:
      return <Choice question={question} proof={proof} />;
  }
}
