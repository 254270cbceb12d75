import type { ReactNode } from 'react';
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
  previous,
  next,
  children,
}: {
  readonly unit: Unit;
  readonly glossary: readonly GlossaryEntry[];
  readonly previous: UnitSummary | null;
  readonly next: UnitSummary | null;
  readonly children: ReactNode;
}) {
  return (
    <article>
      <LessonHeader unit={unit} lesson={unit.lesson} />
      <Prose>{children}</Prose>
      <Documentation pages={unit.documentation} />
      <UnitTerms terms={glossary.filter(({ id }) => unit.lesson.terms.includes(id))} />
      <UnitProgress
        unitId={unit.id}
        questionIds={unit.questions.map(({ id }) => id)}
        exerciseId={unit.exercise?.id ?? null}
      />
      <Pager previous={previous} next={next} />
    </article>
  );
}
