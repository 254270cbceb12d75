import { CourseLink } from '@/components/ui/course-link';
import { fastMinutes } from '@/lib/course/fast-path';
import { type UnitOfMap, unitAddress } from '@/lib/course/map';

/** The way onto the fast path: its first unit, which then knows that the reader is on it. */
export function FastPathLink({
  units,
  className,
}: {
  /** Those of the path. */
  readonly units: readonly UnitOfMap[];
  readonly className: string;
}) {
  const [first] = units;
  if (first === undefined) return null;
  return (
    <CourseLink href={`${unitAddress(first.id)}?path=fast`} className={className}>
      The fast path, about {fastMinutes(units)} minutes
    </CourseLink>
  );
}
