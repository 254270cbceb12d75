'use client';
/** Two recorded runs compared, brought by a press of Play: it plays at once. */
import { useRef } from 'react';
import { Comparison, type ComparisonProps } from '@/components/timeline/comparison';
import { Group } from '@/components/timeline/group';
import { useBrought } from './use-brought';

export function PlayedComparison(runs: ComparisonProps) {
  const place = useRef<HTMLDivElement>(null);
  useBrought(place);
  return (
    <Group ref={place} label="Recorded runs" tabIndex={-1} className="outline-none">
      <Comparison {...runs} playing />
    </Group>
  );
}
