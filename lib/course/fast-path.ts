/** The fast path: the seven steps without what is deeper, and how long that takes. */
import type { Core } from './lesson';
import type { UnitSummary } from './map';

/** Words of technical prose that are read in a minute, unhurried. */
const WORDS_A_MINUTE = 200;
/** To read a question, commit to an answer and read its reason, in seconds. */
const SECONDS_A_QUESTION = 30;
/** To look through a recorded run with its captions, in seconds. */
const SECONDS_A_RUN = 15;

/** How long the core of a lesson takes, in whole seconds. Exercises are not part of it. */
export function coreSeconds({ words, questions, runs }: Core): number {
  return Math.round((words / WORDS_A_MINUTE) * 60 + questions * SECONDS_A_QUESTION + runs * SECONDS_A_RUN);
}

/** The units of the fast path, in their order. */
export function fastPath(units: readonly UnitSummary[]): readonly UnitSummary[] {
  return units.filter(({ part }) => part === 'steps');
}

/** How long these units take on the fast path, in whole minutes. */
export function fastMinutes(units: readonly Pick<UnitSummary, 'coreSeconds'>[]): number {
  return Math.max(1, Math.round(units.reduce((sum, unit) => sum + unit.coreSeconds, 0) / 60));
}

export type Neighbours = { readonly previous: UnitSummary | null; readonly next: UnitSummary | null };

/** What stands before and after a unit in the order of the course. */
export function neighbours(units: readonly UnitSummary[], id: string): Neighbours {
  const position = units.findIndex((unit) => unit.id === id);
  return { previous: units[position - 1] ?? null, next: units[position + 1] ?? null };
}

/**
 * What stands before and after a unit for a reader on the fast path: the steps, then the takeaways. Off the
 * path it is the order of the course.
 */
export function fastNeighbours(units: readonly UnitSummary[], id: string): Neighbours {
  const path = fastPath(units);
  if (!path.some((unit) => unit.id === id)) return neighbours(units, id);
  const { previous, next } = neighbours(path, id);
  return { previous, next: next ?? units.find(({ part }) => part === 'end') ?? neighbours(units, id).next };
}
