'use client';
import { useRecorded } from '@/components/ui/use-recorded';
import type { Change, LearnerRecord, Visit } from '@/lib/progress/record';

const readVisited = (record: LearnerRecord) => record.readVisited();
const concernsVisits = (change: Change) => change.store === 'visits';
const nothing: ReadonlyMap<string, Visit> = new Map();

/** The units that this reader has opened; empty until the record is read. */
export function useVisits(): ReadonlyMap<string, Visit> {
  return useRecorded(readVisited, concernsVisits) ?? nothing;
}
