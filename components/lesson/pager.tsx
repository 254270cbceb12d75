import { CourseLink } from '@/components/ui/course-link';
import type { Neighbours } from '@/lib/course/fast-path';
import { placeOf, type UnitSummary, unitAddress } from '@/lib/course/map';

function Onward({
  href,
  rel,
  above,
  title,
}: {
  readonly href: `/${string}`;
  readonly rel: 'prev' | 'next';
  readonly above: string;
  readonly title: string;
}) {
  return (
    <CourseLink
      href={href}
      rel={rel}
      className={`group rounded-card border border-line p-5 hover:border-accent ${rel === 'next' ? 'sm:col-start-2 sm:text-right' : ''}`}
    >
      <span className="block text-sm text-ink-faint">{above}</span>
      <span className="block text-lg font-medium group-hover:text-accent">{title}</span>
    </CourseLink>
  );
}

const toUnit = (unit: UnitSummary) => ({ href: unitAddress(unit.id), title: unit.title });

function NeighboursNav({
  previous,
  next,
  path,
  className,
}: Neighbours & { readonly path: string; readonly className: string }) {
  return (
    <nav aria-label="Previous and next unit" className={`mt-16 grid gap-4 sm:grid-cols-2 ${className}`}>
      {previous && (
        <Onward rel="prev" above={`Previous, ${placeOf(previous).toLowerCase()}`} {...toUnit(previous)} />
      )}
      {next ? (
        <Onward rel="next" above={`Next, ${placeOf(next).toLowerCase()}`} {...toUnit(next)} />
      ) : (
        // After the last unit learners go on where they build something of their own.
        <Onward
          rel="next"
          above={`${path} ends here`}
          href="/playground/"
          title="Now build a stack of your own"
        />
      )}
    </nav>
  );
}

/** The way on, and the way back: in the order of the course, or along the fast path for whoever is on it. */
export function Pager({ whole, fast }: { readonly whole: Neighbours; readonly fast: Neighbours }) {
  if (whole.previous === fast.previous && whole.next === fast.next) {
    return <NeighboursNav {...whole} path="The course" className="" />;
  }
  return (
    <>
      <NeighboursNav {...whole} path="The course" className="on-whole-path" />
      <NeighboursNav {...fast} path="The fast path" className="on-fast-path" />
    </>
  );
}
