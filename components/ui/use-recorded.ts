'use client';
/** Reads the learner's record from a component, and reads again when it changes here or in another tab. */
import { useEffect, useState } from 'react';
import { openRecord } from '@/lib/progress/open-record';
import type { Change, LearnerRecord } from '@/lib/progress/record';

/**
 * What `read` finds in the record; undefined until it is known. `concerns` says which changes make it read
 * again. Both must keep their identity between renders.
 */
export function useRecorded<Value>(
  read: (record: LearnerRecord) => Value | Promise<Value>,
  concerns: (change: Change) => boolean,
): Value | undefined {
  const [value, setValue] = useState<Value>();
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    (async () => {
      const record = await openRecord();
      if (gone) return;
      const refresh = async () => {
        const found = await read(record);
        if (!gone) setValue(() => found);
      };
      stop = record.subscribe((change) => {
        if (concerns(change)) void refresh();
      });
      await refresh();
    })();
    return () => {
      gone = true;
      stop();
    };
  }, [read, concerns]);
  return value;
}
