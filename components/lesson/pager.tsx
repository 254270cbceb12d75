import { CourseLink } from '@/components/ui/course-link';
import { placeOf, type UnitSummary, unitAddress } from '@/lib/course/map';

function Neighbour({
  unit,
  direction,
}: {
  readonly unit: UnitSummary;
  readonly direction: 'previous' | 'next';
}) {
  const isNext = direction === 'next';
  return (
    <CourseLink
      href={unitAddress(unit.id)}
      rel={isNext ? 'next' : 'prev'}
      className={`group rounded-card border border-line p-5 hover:border-accent ${isNext ? 'sm:col-start-2 sm:text-right' : ''}`}
    >
      <span className="block text-sm text-ink-faint">
        {isNext ? 'Next' : 'Previous'}, {placeOf(unit).toLowerCase()}
      </span>
      <span className="block text-lg font-medium group-hover:text-accent">{unit.title}</span>
    </CourseLink>
  );
}

/** The way on, and the way back, in the order of the course. */
export function Pager({
  previous,
  next,
}: {
  readonly previous: UnitSummary | null;
  readonly next: UnitSummary | null;
}) {
  if (previous === null && next === null) return null;
  return (
    <nav aria-label="Previous and next unit" className="mt-16 grid gap-4 sm:grid-cols-2">
      {previous && <Neighbour unit={previous} direction="previous" />}
      {next && <Neighbour unit={next} direction="next" />}
    </nav>
  );
}
