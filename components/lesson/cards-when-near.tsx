'use client';
import { whenNear } from '@/components/ui/when-near';

/** The cards of a unit within its lesson, for whoever comes to them. */
export const CardsWhenNear = whenNear(
  async () => (await import('@/components/review/unit-review')).UnitReview,
);
