'use client';
/** A question of the course, asked afresh; the committed answer says when it comes again. */
import { useEffect, useState } from 'react';
import { LiveRun } from '@/components/lesson/live-run';
import { AskedAfresh } from '@/components/quiz/asked-afresh';
import { QuestionCard } from '@/components/quiz/question-card';
import { recordingAddress } from '@/lib/course/addresses';
import type { Question } from '@/lib/course/question';
import { openRecord } from '@/lib/progress/open-record';
import type { Review } from '@/lib/progress/record';
import { gradeOfAnswer, reviewed } from '@/lib/review/schedule';

export function AskedQuestion({
  unitId,
  question,
  kept,
  onAnswer,
}: {
  readonly unitId: string;
  readonly question: Question;
  /** Its last review; null when there was none. */
  readonly kept: Review | null;
  readonly onAnswer: (review: Review) => void;
}) {
  const [askedAt] = useState(() => Date.now());

  useEffect(() => {
    let gone = false;
    let stop = () => {};
    void openRecord().then((record) => {
      if (gone) return;
      stop = record.subscribe(async (change) => {
        if (change.store !== 'answers' || change.id !== question.id) return;
        const answer = await record.readAnswer(question.id);
        if (gone || answer === null || answer.latest.answeredAt < askedAt) return;
        // The first answer counts; another try at once would only repeat what was just read.
        stop();
        onAnswer(reviewed(kept, gradeOfAnswer(answer.latest), answer.latest.answeredAt));
      });
    });
    return () => {
      gone = true;
      stop();
    };
  }, [question.id, kept, askedAt, onAnswer]);

  return (
    // A form, because a lesson may hold the same question a second time: its radio buttons are others.
    <form onSubmit={(event) => event.preventDefault()}>
      <AskedAfresh value={true}>
        <QuestionCard
          question={question}
          proof={
            <LiveRun recordingUrl={recordingAddress(unitId, question.proof.example)} stops={[]}>
              {null}
            </LiveRun>
          }
        />
      </AskedAfresh>
    </form>
  );
}
