'use client';
/** A card: its question, then its answer, and how well the reader remembered it. */
import { useEffect, useRef, useState } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import { InlineCode } from '@/components/ui/inline-code';
import { runAnchor } from '@/lib/course/addresses';
import type { Card } from '@/lib/course/card';
import { unitAddress } from '@/lib/course/map';
import type { Review } from '@/lib/progress/record';
import { intervalWords } from '@/lib/review/interval';
import { type Grade, grades, reviewed } from '@/lib/review/schedule';

const titles: Readonly<Record<Grade, string>> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };

export function FlashCard({
  unitId,
  card,
  kept,
  onGrade,
}: {
  readonly unitId: string;
  readonly card: Card;
  /** Its last review; null when there was none. */
  readonly kept: Review | null;
  readonly onGrade: (review: Review) => void;
}) {
  const [turned, setTurned] = useState(false);
  const back = useRef<HTMLDivElement>(null);
  const [now] = useState(() => Date.now());

  useEffect(() => {
    // The button that had the focus is gone; a screen reader should hear the answer next.
    if (turned) back.current?.focus();
  }, [turned]);

  return (
    <div className="max-w-(--measure) overflow-clip rounded-card border border-line-strong/60">
      <div className="bg-surface px-5 py-4">
        <p className="text-sm font-semibold text-accent">Card</p>
        <p className="mt-1 text-lg leading-snug font-medium text-pretty">
          <InlineCode text={card.front} />
        </p>
      </div>
      {turned ? (
        <>
          <div ref={back} tabIndex={-1} className="border-t border-line px-5 py-4 outline-none">
            <p>
              <InlineCode text={card.back} />
            </p>
            <p className="mt-2 text-sm">
              <CourseLink
                href={`${unitAddress(card.unit ?? unitId)}#${runAnchor(card.example)}`}
                className="inline-block py-1 text-accent underline underline-offset-4"
              >
                The run that shows it
              </CourseLink>
            </p>
          </div>
          <fieldset className="border-t border-line px-5 py-4">
            <legend className="float-left mr-4 py-2 text-sm text-ink-soft max-sm:w-full">
              How well did you remember it?
            </legend>
            <div className="flex flex-wrap gap-2">
              {grades.map((grade) => {
                const review = reviewed(kept, grade, now);
                return (
                  <button
                    key={grade}
                    type="button"
                    onClick={() => onGrade(review)}
                    className="rounded-card border border-line-strong px-4 py-1.5 text-left leading-tight hover:border-accent hover:text-accent"
                  >
                    <span className="block font-medium">{titles[grade]}</span>
                    <span className="block text-sm text-ink-soft">
                      <span className="sr-only">, comes again in </span>
                      {intervalWords(review.dueAt - now)}
                    </span>
                  </button>
                );
              })}
            </div>
          </fieldset>
        </>
      ) : (
        <div className="border-t border-line px-5 py-4">
          <button
            type="button"
            onClick={() => setTurned(true)}
            className="h-10 rounded-card bg-accent px-5 font-medium text-accent-ink hover:brightness-110"
          >
            Show the answer
          </button>
        </div>
      )}
    </div>
  );
}
