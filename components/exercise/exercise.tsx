'use client';
/**
 * An exercise: a goal, the learner's file, and a run of every stack it must hold in, judged by what the runs
 * did. Like a workbench, it is quiet HTML until the learner turns to it.
 */
import { useMemo, useState } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import { InlineCode } from '@/components/ui/inline-code';
import { CodeSide } from '@/components/workbench/code-side';
import { editorFiles } from '@/components/workbench/editor-files';
import { RunCaption, RunResults, ShownRun } from '@/components/workbench/run-side';
import { summaryOf } from '@/components/workbench/summary';
import { type Bench, useBench } from '@/components/workbench/use-bench';
import layout from '@/components/workbench/workbench.module.css';
import type { Files } from '@/lib/progress/record';
import { editableFiles, withFiles } from '@/lib/simulator/editable-files';
import styles from './exercise.module.css';
import { Hints } from './hints';
import { OtherOrders } from './other-orders';
import type { ExerciseProperties } from './properties';
import { Solution } from './solution';
import { type StackState, StackTabs } from './stack-tabs';
import { useExerciseRecord } from './use-exercise-record';
import { type Judged, useJudgements } from './use-judgements';
import { type SolutionRun, useSolutionRun } from './use-solution-run';
import { Verdicts } from './verdicts';

export function Exercise(properties: ExerciseProperties) {
  const { id, title, goal, hints, stacks, seed, highlighted, loadSolution, loadChecks, next } = properties;
  const { orders = 0 } = properties;
  const { record, amend } = useExerciseRecord(id);
  const { judged, judgeRun, cancel } = useJudgements({ stacks, orders, loadChecks });
  const { solutionRun, runSolution } = useSolutionRun(stacks);
  const [stack, setStack] = useState(0);
  const sources = useMemo(() => sourcesOf(seed, stacks[stack]), [seed, stacks, stack]);
  const bench = useBench({
    id,
    scenariosOf: (files) => stacks.map((scenario) => withFiles(scenario, files)),
    seed,
    paths: sources.map(({ path }) => path),
    index: stack,
    onIntent: () => void loadChecks(),
  });
  const { state, start } = bench;
  const domId = `exercise-${id.replace(/\W+/g, '-')}`;
  const titles = stacks.map((scenario) => scenario.title ?? scenario.id);
  const current = judged !== null && judged.run === state.finished?.number ? judged : null;

  async function run() {
    cancel();
    const result = await judgeRun(await bench.run());
    if (result === null) return;
    const failure = result.judgements.map(({ verdict }) => verdict).find((verdict) => !verdict.passed);
    if (failure?.passed === false) setStack(failure.stack);
    await amend((kept) => ({
      ...kept,
      attempts: kept.attempts + 1,
      passedAt: kept.passedAt ?? (result.passed ? Date.now() : null),
    }));
  }

  function showEvent(inStack: number, event: number) {
    setStack(inStack);
    bench.seek({ event });
  }

  return (
    <section aria-labelledby={`${domId}-title`} className={styles.exercise} {...bench.intent.watch}>
      <header className={styles.header}>
        <p className={styles.kicker}>Exercise{record.passedAt !== null && ' · passed'}</p>
        <h3 id={`${domId}-title`} className={styles.title}>
          <InlineCode text={title} />
        </h3>
        <p className={styles.goal}>
          <InlineCode text={goal} />
        </p>
      </header>
      <div className={layout.workbench}>
        <div className={layout.columns}>
          <CodeSide
            bench={bench}
            domId={domId}
            files={editorFiles(sources, state.files, highlighted, (path) => !(path in seed))}
            runLabel="Run and check"
            count={stacks.length}
            occasion={record.attempts === 0 ? 'exercise before its first check' : 'exercise'}
            summary={current === null ? summaryOf(state) : verdictWords(current, orders)}
            onRun={() => void run()}
          >
            {current?.passed === true && <Success stacks={stacks.length} orders={orders} next={next} />}
            <Hints
              hints={hints}
              seen={record.hintsSeen}
              onMore={() => void amend((kept) => ({ ...kept, hintsSeen: kept.hintsSeen + 1 }))}
            />
            <Solution
              files={state.files}
              earned={record.passedAt !== null || record.solutionSeen}
              loadSolution={loadSolution}
              onSeen={() => void amend((kept) => ({ ...kept, solutionSeen: true }))}
              solutionRun={solutionRun.kind}
              onRun={
                hasRun(bench) ? (solution) => void runSolution(ownFiles(solution, seed), stack) : undefined
              }
              onApply={(solution) =>
                void start().then((session) => session.replace(ownFiles(solution, seed), 'solution'))
              }
            />
          </CodeSide>
          <div className={layout.runSide}>
            {current !== null && (
              <Verdicts
                judgements={current.judgements}
                stackTitles={titles}
                onShowPlace={bench.show}
                onShowEvent={showEvent}
              />
            )}
            {current !== null && <OtherOrders judged={current} orders={orders} onCancel={cancel} />}
            {stacks.length > 1 && (
              <StackTabs
                id={domId}
                titles={titles}
                states={stackStates(state.run, current, stacks.length)}
                selected={stack}
                onSelect={setStack}
              />
            )}
            <div
              id={`${domId}-run`}
              {...(stacks.length > 1 ? { role: 'tabpanel', 'aria-label': titles[stack] } : {})}
            >
              {bench.shown.trace !== null && <RunCaption bench={bench} />}
              <ShownRun
                bench={bench}
                stops={[]}
                waiting={
                  <p className={layout.nothing}>
                    {stacks.length === 1
                      ? 'The run appears here.'
                      : 'Each stack is run with your file; its run appears here.'}
                  </p>
                }
              />
              <BesideSolution bench={bench} stack={stack} solutionRun={solutionRun} />
            </div>
          </div>
          <RunResults bench={bench} />
        </div>
      </div>
    </section>
  );
}

const hasRun = ({ shown, state }: Bench): boolean =>
  shown.trace !== null && shown.started && state.finished !== null;

const YOURS_AND_SOLUTION = { before: 'Your run', after: 'The solution’s run' };

/** The learner's run and the solution's, of the same stack, once both are there. */
function BesideSolution({
  bench,
  stack,
  solutionRun,
}: {
  readonly bench: Bench;
  readonly stack: number;
  readonly solutionRun: SolutionRun;
}) {
  const CompareRuns = bench.results?.CompareRuns;
  const { trace } = bench.shown;
  if (!CompareRuns || !hasRun(bench) || trace === null) return null;
  if (solutionRun.kind !== 'done' || solutionRun.stack !== stack) return null;
  if (solutionRun.trace.outcome.kind === 'startup-error') return null;
  return (
    <CompareRuns
      key={`${bench.shown.key}-${solutionRun.trace.scenario.hash}`}
      offer="Your run beside the solution’s"
      openFirst
      before={trace}
      after={solutionRun.trace}
      names={YOURS_AND_SOLUTION}
    />
  );
}

function Success({
  stacks,
  orders,
  next,
}: {
  readonly stacks: number;
  readonly orders: number;
  readonly next: ExerciseProperties['next'];
}) {
  return (
    <div className={styles.success}>
      <p>
        <strong>Passed.</strong> Every check holds
        {stacks > 1 && ` in ${stacks === 2 ? 'both' : `all ${stacks}`} stacks`}
        {orders > 0 && `, in the usual order and in ${orders} ${orders === 1 ? 'other' : 'others'}`}.
      </p>
      {next !== undefined && (
        <p>
          Go on with <CourseLink href={next.href}>{next.title}</CourseLink>, or change the code and see what
          breaks.
        </p>
      )}
    </div>
  );
}

function verdictWords({ judgements, passed, tried }: Judged, orders: number): string {
  if (tried !== null) {
    return `All checks hold in the usual order. Trying ${orders} other orders of what happens at the same instant …`;
  }
  const held = judgements.filter(({ verdict }) => verdict.passed).length;
  return passed ? `All ${held} checks passed.` : `${held} of ${judgements.length} checks passed.`;
}

function stackStates(
  run: { readonly kind: string; readonly index?: number },
  judged: Judged | null,
  count: number,
): readonly StackState[] {
  const failed = new Set(
    judged?.judgements.flatMap(({ verdict }) => (verdict.passed ? [] : [verdict.stack])),
  );
  return Array.from({ length: count }, (_, stack) => {
    if (run.kind === 'running') return run.index === stack ? 'running' : 'not run';
    if (judged === null) return 'not run';
    return failed.has(stack) ? 'failed' : 'passed';
  });
}

/** The learner's files, then those of the selected stack, which can only be read. */
function sourcesOf(
  seed: Files,
  scenario: ExerciseProperties['stacks'][number] | undefined,
): readonly { readonly path: string; readonly source: string }[] {
  const given = scenario === undefined ? [] : editableFiles(scenario).filter(({ path }) => !(path in seed));
  return [...Object.entries(seed).map(([path, source]) => ({ path, source })), ...given];
}

function ownFiles(solution: Files, seed: Files): Files {
  return Object.fromEntries(Object.entries(seed).map(([path, source]) => [path, solution[path] ?? source]));
}
