'use client';
/** Every unit that exists, by part, with a mark for how far this reader has come. */
import { CourseLink } from '@/components/ui/course-link';
import { Lane, type LaneState } from '@/components/ui/lane';
import { type PartOfMap, type UnitOfMap, unitAddress } from '@/lib/course/map';
import type { Visit } from '@/lib/progress/record';
import { FastPathLink } from './fast-path-link';
import { useVisits } from './use-visits';

const words: Readonly<Record<LaneState, string>> = {
  ready: 'not opened yet',
  suspended: 'begun',
  running: 'finished',
};

function stateOf(visit: Visit | undefined): LaneState {
  if (visit === undefined) return 'ready';
  return visit.finishedAt === null ? 'suspended' : 'running';
}

function UnitRow({
  unit,
  state,
  current,
}: {
  readonly unit: UnitOfMap;
  readonly state: LaneState;
  readonly current: boolean;
}) {
  return (
    <li>
      <CourseLink
        href={unitAddress(unit.id)}
        aria-current={current ? 'page' : undefined}
        className="group grid grid-cols-[auto_1fr_auto] items-baseline gap-x-3 rounded-card px-3 py-2 leading-snug hover:bg-surface aria-[current=page]:bg-accent-wash"
      >
        <Lane state={state} />
        <span className="flex gap-2.5 font-medium text-ink group-hover:text-accent">
          {unit.part === 'steps' && <span className="tabular text-ink-faint">{unit.position}</span>}
          <span>
            {unit.title}
            <span className="sr-only">, {words[state]}</span>
          </span>
        </span>
        <span className="tabular text-sm whitespace-nowrap text-ink-faint">{unit.minutes} min</span>
      </CourseLink>
    </li>
  );
}

export function CourseMap({
  parts,
  currentUnit = null,
}: {
  readonly parts: readonly PartOfMap[];
  readonly currentUnit?: string | null;
}) {
  const visits = useVisits();
  return (
    <ol className="grid gap-6">
      {parts.map((part) => (
        <li key={part.id}>
          <p className="px-3 text-sm font-semibold text-ink">{part.title}</p>
          <p className="mb-1.5 px-3 text-sm text-ink-soft">{part.about}</p>
          {part.id === 'steps' && (
            <FastPathLink
              units={part.units}
              className="mb-1 block rounded-card px-3 py-1.5 text-sm font-medium text-accent underline-offset-4 hover:underline"
            />
          )}
          <ol>
            {part.units.map((unit) => (
              <UnitRow
                key={unit.id}
                unit={unit}
                state={stateOf(visits.get(unit.id))}
                current={unit.id === currentUnit}
              />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
