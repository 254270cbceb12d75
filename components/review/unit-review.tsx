'use client';
/** The way "review" into a unit: its cards, and its questions that are due. Nothing is fetched before it is asked for. */
import { useState } from 'react';
import { useRecorded } from '@/components/ui/use-recorded';
import type { UnitOutline } from '@/lib/course/outline';
import type { Change, LearnerRecord } from '@/lib/progress/record';
import { cardsOf, dueNow, itemsToReview } from '@/lib/review/due';
import { itemWords } from '@/lib/review/interval';
import { useSession } from './use-session';

const readContents = (record: LearnerRecord) => record.readContents();
const concernsReview = ({ store }: Change) => store !== 'notice' && store !== 'drafts';

export function UnitReview({ unit }: { readonly unit: UnitOutline }) {
  const [units] = useState(() => [unit]);
  const contents = useRecorded(readContents, concernsReview);
  const { begin, session, notice } = useSession(units);
  if (session !== null) return <div className="my-10">{session}</div>;
  if (contents === undefined) return null;

  const due = dueNow(itemsToReview(units, contents), Date.now());
  const cards = cardsOf(units);
  const offered = due.length > 0 ? due : cards;
  return (
    <div className="my-10">
      <p className="text-lg">
        {due.length > 0
          ? `Due in this unit: ${itemWords(due)}.`
          : `Nothing of this unit is due.${cards.length > 0 ? ` It has ${itemWords(cards)}, which you can go through all the same.` : ''}`}
      </p>
      {offered.length > 0 && (
        <button
          type="button"
          onClick={() => void begin(offered)}
          className="mt-4 h-11 rounded-card bg-accent px-5 font-medium text-accent-ink hover:brightness-110"
        >
          Begin
        </button>
      )}
      <p role="status" className="mt-3 text-ink-soft">
        {notice}
      </p>
    </div>
  );
}
