import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { lessonComponents } from '@/components/lesson/lesson-components';
import { LessonPage } from '@/components/lesson/lesson-page';
import { lessons, units } from '@/content/manifest.generated';
import { fastNeighbours, neighbours } from '@/lib/course/fast-path';
import { readGlossary } from '@/lib/course/glossary';
import { highlightFiles } from '@/lib/course/highlight';
import { type UnitSummary, unitAddress } from '@/lib/course/map';
import { readUnit, type Unit } from '@/lib/course/read-unit';
import { cardFile } from '@/lib/course/site';
import { sharedAs } from '../../shared-as';
import { UnitExercise } from './unit-exercise';

const CONTENT = 'content';

type Properties = { readonly params: Promise<{ readonly unit: string }> };

export const dynamicParams = false;

export function generateStaticParams() {
  return units.map(({ id }) => ({ unit: id }));
}

export async function generateMetadata({ params }: Properties): Promise<Metadata> {
  const { unit } = await params;
  const summary = units.find(({ id }) => id === unit);
  if (summary === undefined) return {};
  const { title, summary: text } = summary;
  const description = text.replaceAll('`', '');
  return sharedAs({ path: unitAddress(unit), title, description, card: cardFile(unit) });
}

async function exerciseOf({ id, exercise }: Unit, next: UnitSummary | null) {
  if (exercise === null) return null;
  const { title, goal, hints, stacks, orders, seed } = exercise;
  const beside = Object.assign({}, ...stacks.map(({ files }) => files));
  const highlighted = await highlightFiles({ ...beside, ...seed });
  return (
    <UnitExercise
      unitId={id}
      id={exercise.id}
      title={title}
      goal={goal}
      hints={hints}
      stacks={stacks}
      orders={orders}
      seed={seed}
      highlighted={highlighted}
      {...(next ? { next: { href: unitAddress(next.id), title: next.title } } : {})}
    />
  );
}

export default async function UnitPage({ params }: Properties) {
  const { unit: id } = await params;
  const summary = units.find((candidate) => candidate.id === id);
  const load = lessons[id];
  if (summary === undefined || load === undefined) notFound();

  const { default: Lesson } = await load();
  const unit = readUnit(CONTENT, id);
  const whole = neighbours(units, id);
  const glossary = readGlossary(CONTENT);
  const components = lessonComponents(unit, glossary, await exerciseOf(unit, whole.next));
  return (
    <LessonPage
      unit={unit}
      glossary={glossary}
      summary={summary}
      whole={whole}
      fast={fastNeighbours(units, id)}
    >
      <Lesson components={components} />
    </LessonPage>
  );
}
