'use client';
/** Notes that the unit was opened, says what is left of it, and notes when nothing is. */
import { useEffect, useMemo } from 'react';
import { Lane } from '@/components/ui/lane';
import { useRecorded } from '@/components/ui/use-recorded';
import { openRecord } from '@/lib/progress/open-record';
import type { Change, LearnerRecord } from '@/lib/progress/record';

type Properties = {
  readonly unitId: string;
  readonly questionIds: readonly string[];
  readonly exerciseId: string | null;
};

type Standing = { readonly answered: number; readonly exercisePassed: boolean };

function concernsStanding({ store }: Change): boolean {
  return store === 'answers' || store === 'exercises';
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`;
}

/** What is left to do, in a sentence; null when nothing is. */
function whatIsLeft(
  { answered, exercisePassed }: Standing,
  { questionIds, exerciseId }: Properties,
): string | null {
  const open = questionIds.length - answered;
  const left = [
    ...(open > 0 ? [`${count(open, 'question')} to answer`] : []),
    ...(exerciseId !== null && !exercisePassed ? ['the exercise to pass'] : []),
  ];
  return left.length === 0 ? null : `Left in this unit: ${left.join(', and ')}.`;
}

export function UnitProgress(properties: Properties) {
  const { unitId, questionIds, exerciseId } = properties;
  const read = useMemo(
    () =>
      async (record: LearnerRecord): Promise<Standing> => {
        const answers = await Promise.all(questionIds.map((id) => record.readAnswer(id)));
        const exercise = exerciseId === null ? null : await record.readExercise(exerciseId);
        return {
          answered: answers.filter((answer) => answer !== null).length,
          exercisePassed: exercise !== null && exercise.passedAt !== null,
        };
      },
    [questionIds, exerciseId],
  );
  const standing = useRecorded(read, concernsStanding);
  const left = standing && whatIsLeft(standing, properties);
  const finished = left === null;

  useEffect(() => {
    void openRecord().then((record) => record.markVisited(unitId, { finished }));
  }, [unitId, finished]);

  return (
    <p role="status" className="mt-16 flex min-h-8 items-center gap-3 text-ink-soft">
      {standing && (
        <>
          <Lane state={finished ? 'running' : 'suspended'} />
          {left ?? 'You have finished this unit.'}
        </>
      )}
    </p>
  );
}
