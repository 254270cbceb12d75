'use client';
/**
 * A question that is answered before it is explained. Each kind is fetched when the reader comes near a
 * question of it; until then the page shows what the server rendered.
 */
import { whenNear } from '@/components/ui/when-near';
import type { CardProperties } from './answering';

const Choice = whenNear(async () => (await import('./choice-question')).ChoiceQuestionCard);
const Order = whenNear(async () => (await import('./order-question')).OrderQuestionCard);
const Gap = whenNear(async () => (await import('./gap-question')).GapQuestionCard);
const Line = whenNear(async () => (await import('./line-question')).LineQuestionCard);
const Moment = whenNear(async () => (await import('./moment-question')).MomentQuestionCard);
const Time = whenNear(async () => (await import('./time-question')).TimeQuestionCard);

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
