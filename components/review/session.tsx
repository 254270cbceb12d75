'use client';
/** One item after the other, each answered in place, and what comes of it. Fetched when somebody reviews. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import { unitAddress } from '@/lib/course/map';
import type { UnitOutline } from '@/lib/course/outline';
import { openRecord } from '@/lib/progress/open-record';
import type { RecordContents, Review } from '@/lib/progress/record';
import { intervalWords } from '@/lib/review/interval';
import { AskedQuestion } from './asked-question';
import type { Shown } from './decks';
import { FlashCard } from './flash-card';

type Properties = {
  readonly items: readonly Shown[];
  readonly units: readonly UnitOutline[];
  /** As it was when the session began. */
  readonly contents: RecordContents;
  readonly onEnd: () => void;
};

export function Session({ items, units, contents, onEnd }: Properties) {
  const [index, setIndex] = useState(0);
  const [outcome, setOutcome] = useState<Review | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = items[index];
  const reviewId = shown?.item.reviewId;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each item takes the focus anew
  useEffect(() => heading.current?.focus(), [index]);

  const keep = useCallback(
    async (review: Review) => {
      if (reviewId !== undefined) await (await openRecord()).writeReview(reviewId, review);
    },
    [reviewId],
  );
  const next = useCallback(() => {
    setOutcome(null);
    setIndex((current) => current + 1);
  }, []);
  const onAnswer = useCallback(
    async (review: Review) => {
      await keep(review);
      setOutcome(review);
    },
    [keep],
  );

  if (shown === undefined) {
    return (
      <div>
        <h2 ref={heading} tabIndex={-1} className="text-2xl font-[650] tracking-tight outline-none">
          That was all of it
        </h2>
        <p className="mt-3">
          <button
            type="button"
            onClick={onEnd}
            className="h-10 rounded-card bg-accent px-5 font-medium text-accent-ink hover:brightness-110"
          >
            Back to the review
          </button>
        </p>
      </div>
    );
  }
  const { item } = shown;
  const unit = units.find(({ id }) => id === item.unitId);
  const kept = contents.reviews[item.reviewId] ?? null;
  return (
    <div>
      <h2 ref={heading} tabIndex={-1} className="text-sm font-normal text-ink-soft outline-none">
        <span className="tabular font-semibold text-ink">
          {index + 1} of {items.length}
        </span>{' '}
        from{' '}
        {unit && (
          <CourseLink href={unitAddress(unit.id)} className="text-accent underline underline-offset-4">
            {unit.title}
          </CourseLink>
        )}
      </h2>
      <div key={item.reviewId} className="mt-4">
        {shown.kind === 'card' ? (
          <FlashCard
            unitId={item.unitId}
            card={shown.card}
            kept={kept}
            onGrade={async (review) => {
              await keep(review);
              next();
            }}
          />
        ) : (
          <AskedQuestion unitId={item.unitId} question={shown.question} kept={kept} onAnswer={onAnswer} />
        )}
      </div>
      <div className="mt-4 flex min-h-11 max-w-(--measure) flex-wrap items-center gap-x-6 gap-y-2">
        {outcome !== null && (
          <button
            type="button"
            onClick={next}
            className="h-10 rounded-card bg-accent px-5 font-medium text-accent-ink hover:brightness-110"
          >
            {index + 1 < items.length ? 'Next' : 'Finish'}
          </button>
        )}
        <p role="status" className="text-ink-soft">
          {outcome !== null && `It comes again in ${intervalWords(outcome.dueAt - outcome.reviewedAt)}.`}
        </p>
        <button
          type="button"
          onClick={onEnd}
          className="ml-auto py-1 text-sm text-ink-soft underline underline-offset-4 hover:text-accent"
        >
          Stop here
        </button>
      </div>
    </div>
  );
}
