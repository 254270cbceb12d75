import type { ReactNode } from 'react';
import { fastMinutes, type Neighbours } from '@/lib/course/fast-path';
import type { GlossaryEntry } from '@/lib/course/glossary';
import type { UnitSummary } from '@/lib/course/map';
import type { Unit } from '@/lib/course/read-unit';
import { Documentation } from './documentation';
import { LessonHeader } from './lesson-header';
import { Pager } from './pager';
import { Prose } from './prose';
import { UnitProgress } from './unit-progress';
import { UnitTerms } from './unit-terms';

/** One unit from its title to the way on; the children are its prose. */
export function LessonPage({
  unit,
  glossary,
  summary,
  whole,
  fast,
  children,
}: {
  readonly unit: Unit;
  readonly glossary: readonly GlossaryEntry[];
  readonly summary: UnitSummary;
  /** Its neighbours in the order of the course, and for a reader on the fast path. */
  readonly whole: Neighbours;
  readonly fast: Neighbours;
  readonly children: ReactNode;
}) {
  return (
    <article>
      <LessonHeader unit={unit} lesson={unit.lesson} fastMinutes={fastMinutes([summary])} />
      <Prose>{children}</Prose>
      <Documentation pages={unit.documentation} />
      <UnitTerms terms={glossary.filter(({ id }) => unit.lesson.terms.includes(id))} />
      <UnitProgress
        unitId={unit.id}
        questionIds={unit.questions.map(({ id }) => id)}
        exerciseId={unit.exercise?.id ?? null}
      />
      <Pager whole={whole} fast={fast} />
    </article>
  );
}
