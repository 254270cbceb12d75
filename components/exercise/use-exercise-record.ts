'use client';
/** What the learner's record knows of an exercise, and how it grows. */
import { useMemo } from 'react';
import { useRecorded } from '@/components/ui/use-recorded';
import { openRecord } from '@/lib/progress/open-record';
import type { Change, ExerciseRecord, LearnerRecord } from '@/lib/progress/record';

const FRESH: ExerciseRecord = { attempts: 0, passedAt: null, hintsSeen: 0, solutionSeen: false };

function concernsExercises({ store }: Change): boolean {
  return store === 'exercises';
}

export function useExerciseRecord(id: string): {
  readonly record: ExerciseRecord;
  /** Changes what is kept, from what is kept by then. */
  readonly amend: (change: (kept: ExerciseRecord) => ExerciseRecord) => Promise<void>;
} {
  const read = useMemo(() => (record: LearnerRecord) => record.readExercise(id), [id]);
  const record = useRecorded(read, concernsExercises) ?? FRESH;

  async function amend(change: (kept: ExerciseRecord) => ExerciseRecord) {
    const open = await openRecord();
    await open.writeExercise(id, change((await open.readExercise(id)) ?? FRESH));
  }
  return { record, amend };
}
