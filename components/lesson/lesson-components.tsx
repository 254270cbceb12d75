/** What a lesson's MDX may place, bound to its unit: `<Example name>`, `<Question id>`, `<Exercise/>`, ... */
import type { MDXComponents } from 'mdx/types';
import type { ReactNode } from 'react';
import type { FigureKind } from '@/components/figures/kinds';
import { RecordedFigure as FigureOfRuns } from '@/components/figures/recorded-figure';
import { QuestionCard } from '@/components/quiz/question-card';
import type { GlossaryEntry } from '@/lib/course/glossary';
import { outlineOf } from '@/lib/course/outline';
import type { Example, Unit } from '@/lib/course/read-unit';
import { blocksOf } from '@/lib/course/ways';
import { together } from '@/lib/races/together';
import { Aside } from './aside';
import { CardsWhenNear } from './cards-when-near';
import { CodeBlock } from './code-block';
import { ComparedRuns } from './compared-runs';
import { Deeper, PlacedExercise } from './deeper';
import { LessonHeading2, LessonHeading3 } from './lesson-heading';
import { Myth } from './myth';
import { RaceFinderWhenNear } from './race-finder-when-near';
import { RecordedFigure, RecordedRun } from './recorded-run';
import { RunnableExample } from './runnable-example';
import { TableHeading } from './table-heading';
import { Term } from './term';
import { MarkdownLink, UnitLink } from './unit-link';

/** Whatever the manifest script has checked, MDX can still misspell while a page is being written. */
function find<Value>(values: readonly Value[], matches: (value: Value) => boolean, what: string): Value {
  const found = values.find(matches);
  if (found === undefined) throw new Error(`There is no ${what} here.`);
  return found;
}

/** `exercise` is placed where the lesson says `<Exercise/>`; it needs code that only the route can reach. */
export function lessonComponents(
  unit: Unit,
  glossary: readonly GlossaryEntry[],
  exercise: ReactNode,
): MDXComponents {
  const exampleNamed = (name: string): Example =>
    find(unit.examples, (example) => example.name === name, `example "${name}"`);
  const figure =
    (kind: FigureKind) =>
    ({ example }: { readonly example: string }) => (
      <FigureOfRuns kind={kind} unitId={unit.id} examples={example.split(' ').map(exampleNamed)} />
    );

  return {
    h2: LessonHeading2,
    h3: LessonHeading3,
    pre: CodeBlock,
    a: MarkdownLink,
    th: TableHeading,
    Aside,
    Deeper,
    Unit: UnitLink,
    Myth,
    Example: ({ name }: { readonly name: string }) => (
      <RunnableExample
        unitId={unit.id}
        example={exampleNamed(name)}
        blocks={blocksOf(unit, name, { runnable: true })}
      />
    ),
    RecordedRun: ({ example }: { readonly example: string }) => (
      <RecordedRun
        unitId={unit.id}
        example={exampleNamed(example)}
        blocks={blocksOf(unit, example, { runnable: false })}
      />
    ),
    Compare: ({ before, after }: { readonly before: string; readonly after: string }) => (
      <ComparedRuns unit={unit} before={exampleNamed(before)} after={exampleNamed(after)} />
    ),
    RaceFinder: ({ example, together: ids }: { readonly example: string; readonly together: string }) => {
      const { title, scenario } = exampleNamed(example);
      const requests = ids.split(' ');
      return (
        <div data-wide data-block="run" className="my-10">
          <RaceFinderWhenNear title={title} scenario={together(scenario, requests)} together={requests} />
        </div>
      );
    },
    Kitchen: figure('kitchen'),
    Pipeline: figure('pipeline'),
    AwaitChain: figure('await-chain'),
    NestedFrames: figure('nested-frames'),
    Question: ({ id }: { readonly id: string }) => {
      const question = find(unit.questions, (candidate) => candidate.id === id, `question "${id}"`);
      const proof = <RecordedFigure unitId={unit.id} example={exampleNamed(question.proof.example)} />;
      return <QuestionCard question={question} proof={proof} />;
    },
    Exercise: () => (
      <PlacedExercise
        title={unit.exercise?.title ?? ''}
        block={unit.exercise?.kind === 'fix' ? 'exercise broken' : 'exercise'}
      >
        {exercise}
      </PlacedExercise>
    ),
    Cards: () => (
      <div data-wide className="min-h-40">
        <CardsWhenNear unit={outlineOf(unit)} />
      </div>
    ),
    Term: ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
      <Term entry={find(glossary, (entry) => entry.id === id, `term "${id}"`)}>{children}</Term>
    ),
  };
}
