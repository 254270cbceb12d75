'use client';
/** The way "review": fetched when it is taken, and nothing before. */
import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { keepTrying } from '@/components/ui/keep-trying';
import type { UnitOutline } from '@/lib/course/outline';
import type { WayId } from '@/lib/course/ways';
import { readWay, subscribeToWay } from './way';

const UnitReview = dynamic(() =>
  keepTrying(async () => (await import('@/components/review/unit-review')).UnitReview),
);

export function ReviewWay({ unit }: { readonly unit: UnitOutline }) {
  const way = useSyncExternalStore<WayId>(subscribeToWay, readWay, () => 'read');
  return (
    <section data-only="review" aria-label="Review" className="min-h-40">
      {way === 'review' && <UnitReview unit={unit} />}
    </section>
  );
}
