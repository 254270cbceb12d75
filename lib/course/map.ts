/** The course as a map: what every page may know of every unit, in the order in which they are read. */
import { parts } from './parts';
import type { UnitDescription } from './unit';

export type UnitSummary = Pick<
  UnitDescription,
  'id' | 'title' | 'level' | 'part' | 'position' | 'minutes' | 'summary'
> & {
  /** How long it takes on the fast path. */
  readonly coreSeconds: number;
};

/** What the map shows of a unit. Every page carries it of every unit, so it is no more than that. */
export type UnitOfMap = Pick<UnitSummary, 'id' | 'title' | 'part' | 'position' | 'minutes' | 'coreSeconds'>;

/** The units of one part, in their order. */
export type PartOfMap = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly units: readonly UnitOfMap[];
};

const partOrder = (id: string) => parts.findIndex((part) => part.id === id);

/** Units in the order of the course: by part, then by position. */
export function inCourseOrder<Member extends Pick<UnitSummary, 'part' | 'position'>>(
  units: readonly Member[],
): readonly Member[] {
  return [...units].sort((a, b) => partOrder(a.part) - partOrder(b.part) || a.position - b.position);
}

/** The parts that have units, with them. */
export function courseMap(units: readonly UnitSummary[]): readonly PartOfMap[] {
  return parts
    .map((part) => ({ ...part, units: units.filter((unit) => unit.part === part.id).map(onMap) }))
    .filter((part) => part.units.length > 0);
}

const onMap = ({ id, title, part, position, minutes, coreSeconds }: UnitSummary): UnitOfMap => ({
  id,
  title,
  part,
  position,
  minutes,
  coreSeconds,
});

/** Where a unit stands: 'Step 4' among the steps, the part's title elsewhere. */
export function placeOf({ part, position }: Pick<UnitSummary, 'part' | 'position'>): string {
  return part === 'steps' ? `Step ${position}` : (parts.find(({ id }) => id === part)?.title ?? '');
}

/** The unit's address within the site. */
export function unitAddress(id: string): `/learn/${string}/` {
  return `/learn/${id}/`;
}
