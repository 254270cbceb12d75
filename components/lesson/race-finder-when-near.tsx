'use client';
import { whenNear } from '@/components/ui/when-near';

/** The race finder of an example, for whoever comes to it; what it searches with is fetched when it is pressed. */
export const RaceFinderWhenNear = whenNear(
  async () => (await import('@/components/races/example-race-finder')).ExampleRaceFinder,
);
