'use client';
/** Says, where it is so, that this browser does not keep the learner's record. */
import { useRecorded } from '@/components/ui/use-recorded';
import type { Change, LearnerRecord } from '@/lib/progress/record';

const readNotice = (record: LearnerRecord) => record.notice;
const concernsNotice = (change: Change) => change.store === 'notice';

export function RecordNotice() {
  const notice = useRecorded(readNotice, concernsNotice);
  return (
    <div role="status">
      {notice && (
        <p className="border-b border-line bg-warning-wash px-(--gutter) py-2 text-center text-sm text-ink">
          {notice}
        </p>
      )}
    </div>
  );
}
