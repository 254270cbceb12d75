import { CourseLink } from '@/components/ui/course-link';
import type { Neighbours } from '@/lib/course/fast-path';
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

function NeighboursNav({ previous, next, className }: Neighbours & { readonly className: string }) {
  if (previous === null && next === null) return null;
  return (
    <nav aria-label="Previous and next unit" className={`mt-16 grid gap-4 sm:grid-cols-2 ${className}`}>
      {previous && <Neighbour unit={previous} direction="previous" />}
      {next && <Neighbour unit={next} direction="next" />}
    </nav>
  );
}

/** The way on, and the way back: in the order of the course, or along the fast path for whoever is on it. */
export function Pager({ whole, fast }: { readonly whole: Neighbours; readonly fast: Neighbours }) {
  if (whole.previous === fast.previous && whole.next === fast.next) {
    return <NeighboursNav {...whole} className="" />;
  }
  return (
    <>
      <NeighboursNav {...whole} className="on-whole-path" />
      <NeighboursNav {...fast} className="on-fast-path" />
    </>
  );
}
