/** How far a reader has come, by unit and by concept, and how well confidence and answers went together. */
import type { UnitOutline } from '@/lib/course/outline';
import type { RecordContents } from '@/lib/progress/record';

/** Of a set of questions and exercises. */
export type Standing = {
  readonly questions: number;
  readonly answered: number;
  /** Answered right at the first attempt. */
  readonly rightFirst: number;
  readonly exercises: number;
  readonly passed: number;
};

export type UnitStanding = Standing & {
  readonly unit: UnitOutline;
  readonly state: 'not opened' | 'begun' | 'finished';
};

export type ConceptStanding = Standing & {
  readonly concept: string;
  /** A unit about it was opened, or one of its questions answered. */
  readonly begun: boolean;
  readonly units: readonly UnitOutline[];
};

/** How many first answers were given with and without confidence, and how many of them were right. */
export type Calibration = {
  readonly sure: { readonly right: number; readonly wrong: number };
  readonly unsure: { readonly right: number; readonly wrong: number };
  /** Units with first answers that were sure and wrong, and how many. */
  readonly sureAndWrong: readonly { readonly unit: UnitOutline; readonly count: number }[];
};

function standingOf(units: readonly UnitOutline[], { answers, exercises }: RecordContents): Standing {
  const given = units.flatMap(({ questions }) => questions.flatMap((id) => answers[id] ?? []));
  const ids = units.flatMap(({ exercise }) => exercise ?? []);
  return {
    questions: units.reduce((sum, { questions }) => sum + questions.length, 0),
    answered: given.length,
    rightFirst: given.filter(({ first }) => first.correct).length,
    exercises: ids.length,
    passed: ids.filter((id) => (exercises[id]?.passedAt ?? null) !== null).length,
  };
}

export function standingByUnit(
  units: readonly UnitOutline[],
  contents: RecordContents,
): readonly UnitStanding[] {
  return units.map((unit) => {
    const visit = contents.visits[unit.id];
    const opened = visit?.finishedAt === null ? 'begun' : 'finished';
    return { unit, state: visit === undefined ? 'not opened' : opened, ...standingOf([unit], contents) };
  });
}

/** Concepts in the order in which the course brings them. */
export function standingByConcept(
  units: readonly UnitOutline[],
  contents: RecordContents,
): readonly ConceptStanding[] {
  const concepts = [...new Set(units.flatMap((unit) => unit.concepts))];
  return concepts.map((concept) => {
    const about = units.filter((unit) => unit.concepts.includes(concept));
    const standing = standingOf(about, contents);
    const begun = standing.answered > 0 || about.some(({ id }) => contents.visits[id] !== undefined);
    return { concept, begun, units: about, ...standing };
  });
}

export function calibration(units: readonly UnitOutline[], { answers }: RecordContents): Calibration {
  const firsts = units.map((unit) => ({
    unit,
    attempts: unit.questions.flatMap((id) => answers[id]?.first ?? []),
  }));
  const all = firsts.flatMap(({ attempts }) => attempts);
  const count = (sure: boolean, correct: boolean) =>
    all.filter((attempt) => attempt.sure === sure && attempt.correct === correct).length;
  return {
    sure: { right: count(true, true), wrong: count(true, false) },
    unsure: { right: count(false, true), wrong: count(false, false) },
    sureAndWrong: firsts
      .map(({ unit, attempts }) => ({
        unit,
        count: attempts.filter(({ sure, correct }) => sure && !correct).length,
      }))
      .filter((entry) => entry.count > 0),
  };
}
