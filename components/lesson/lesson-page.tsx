import type { ReactNode } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import { presetAddress } from '@/lib/course/addresses';
import { fastMinutes, type Neighbours } from '@/lib/course/fast-path';
import type { GlossaryEntry } from '@/lib/course/glossary';
import type { UnitSummary } from '@/lib/course/map';
import { outlineOf } from '@/lib/course/outline';
import type { Unit } from '@/lib/course/read-unit';
import { buildStart, waysInto } from '@/lib/course/ways';
import { Documentation } from './documentation';
import { LessonHeader } from './lesson-header';
import { Pager } from './pager';
import { Prose } from './prose';
import { Reference } from './reference';
import { ReviewWay } from './review-way';
import { UnitProgress } from './unit-progress';
import { UnitTerms } from './unit-terms';
import { wayScript } from './way';
import styles from './ways.module.css';

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
  const ways = waysInto(unit);
  const start = buildStart(unit);
  const terms = glossary.filter(({ id }) => unit.lesson.terms.includes(id));
  return (
    // The script below chooses the way before React sees the article.
    <article
      className={styles.unit}
      data-pagefind-body
      data-unit={unit.id}
      data-ways={ways
        .filter(({ missing }) => missing === null)
        .map(({ id }) => id)
        .join(' ')}
      data-way="read"
      suppressHydrationWarning
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, before the first paint */}
      <script dangerouslySetInnerHTML={{ __html: wayScript }} />
      <LessonHeader unit={unit} lesson={unit.lesson} ways={ways} fastMinutes={fastMinutes([summary])} />
      <Reference unitId={unit.id} terms={terms} cards={unit.cards} />
      {start !== null && (
        <p data-only="build" className="max-w-(--measure)">
          Change it here, or{' '}
          <CourseLink
            href={presetAddress(unit.id, start)}
            className="text-accent underline underline-offset-4"
          >
            open it in the playground
          </CourseLink>
          , to stack other layers and send other requests.
        </p>
      )}
      <Prose>{children}</Prose>
      <ReviewWay unit={outlineOf(unit)} />
      <Documentation pages={unit.documentation} />
      <UnitTerms terms={terms} />
      <UnitProgress
        unitId={unit.id}
        questionIds={unit.questions.map(({ id }) => id)}
        exerciseId={unit.exercise?.id ?? null}
      />
      <Pager whole={whole} fast={fast} />
    </article>
  );
}
