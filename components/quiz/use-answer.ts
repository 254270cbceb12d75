'use client';
import { useCallback } from 'react';
import { useRecorded } from '@/components/ui/use-recorded';
import type { Answer, Change, LearnerRecord } from '@/lib/progress/record';

/** The kept answer to a question: undefined until the record is read, null when there is none. */
export function useAnswer(questionId: string): Answer | null | undefined {
  const read = useCallback((record: LearnerRecord) => record.readAnswer(questionId), [questionId]);
  const concerns = useCallback(
    (change: Change) => change.store === 'answers' && change.id === questionId,
    [questionId],
  );
  return useRecorded(read, concerns);
}
