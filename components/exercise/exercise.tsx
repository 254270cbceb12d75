'use client';
/**
 * An exercise: a goal, the learner's file, and a run of every stack it must hold in, judged by what the runs
 * did. Like a workbench, it is quiet HTML until the learner turns to it.
 */
import { lazy, Suspense, useMemo, useState } from 'react';
import { Editor, type EditorFile } from '@/components/editor/editor';
import { CourseLink } from '@/components/ui/course-link';
import { InlineCode } from '@/components/ui/inline-code';
import { eventfulLines } from '@/components/workbench/eventful-lines';
import { sameFiles } from '@/components/workbench/session-state';
import { shownRun } from '@/components/workbench/shown-run';
import type { Sought } from '@/components/workbench/sought';
import { summaryOf } from '@/components/workbench/summary';
import { Toolbar } from '@/components/workbench/toolbar';
import { useIntent } from '@/components/workbench/use-intent';
import { useSession } from '@/components/workbench/use-session';
import layout from '@/components/workbench/workbench.module.css';
import type { Files } from '@/lib/progress/record';
import { editableFiles } from '@/lib/simulator/editable-files';
import type { Place } from '@/lib/simulator/explain-error';
import type { LineMark } from '@/lib/trace/line-marks';
import styles from './exercise.module.css';
import { Hints } from './hints';
import type { ExerciseProperties } from './properties';
import { Solution } from './solution';
import { type StackState, StackTabs } from './stack-tabs';
import { useExerciseRecord } from './use-exercise-record';
import { type Judged, useJudgements } from './use-judgements';
import { Verdicts } from './verdicts';

const loadResults = () => import('@/components/workbench/results');
const Results = lazy(() => loadResults().then((module) => ({ default: module.Results })));
const LiveTimeline = lazy(() => loadResults().then((module) => ({ default: module.LiveTimeline })));
const Problems = lazy(() => loadResults().then((module) => ({ default: module.Problems })));

const NO_MARKS: readonly LineMark[] = [];

export function Exercise(properties: ExerciseProperties) {
  const { id, title, goal, hints, stacks, seed, highlighted, loadSolution, loadChecks, next } = properties;
  const { state, start, edit } = useSession({ id, scenarios: stacks, seed });
  const { record, amend } = useExerciseRecord(id);
  const { judged, judgeRun } = useJudgements(loadChecks);
  const [active, setActive] = useState(Object.keys(seed)[0] ?? '');
  const [stack, setStack] = useState(0);
  const [loading, setLoading] = useState(false);
  const [marks, setMarks] = useState(NO_MARKS);
  const [revealed, setRevealed] = useState<Place | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const domId = `exercise-${id.replace(/\W+/g, '-')}`;

  const intent = useIntent(() => {
    void start().then((session) => session.warm());
    void loadResults();
    void loadChecks();
  });

  const shown = shownRun(state, seed, stack);
  const eventful = useMemo(() => eventfulLines(shown.trace, active), [shown.trace, active]);
  const files = useMemo(
    () =>
      editorFiles(
        state.files,
        seed,
        highlighted,
        editableFiles(stacks[stack] ?? { id, layers: [], requests: [] }),
      ),
    [state.files, seed, highlighted, stacks, stack, id],
  );
  const titles = stacks.map((scenario) => scenario.title ?? scenario.id);
  const current = judged !== null && judged.run === state.finished?.number ? judged : null;

  async function run() {
    intent.now();
    setLoading(true);
    setMarks(NO_MARKS);
    setSought(null);
    const session = await start();
    const running = session.run();
    setLoading(false);
    await running;
    const result = await judgeRun(session);
    if (result === null) return;
    const failure = result.judgements.map(({ verdict }) => verdict).find((verdict) => !verdict.passed);
    if (failure?.passed === false) setStack(failure.stack);
    await amend((kept) => ({
      ...kept,
      attempts: kept.attempts + 1,
      passedAt: kept.passedAt ?? (result.passed ? Date.now() : null),
    }));
  }

  function show(place: Place) {
    if (files.every(({ path }) => path !== place.file)) return;
    setActive(place.file);
    setRevealed({ ...place });
  }

  function showEvent(inStack: number, event: number) {
    setStack(inStack);
    setSought({ event });
  }

  return (
    <section aria-labelledby={`${domId}-title`} className={styles.exercise} {...intent.watch}>
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
          <div className={layout.codeSide}>
            <Editor
              id={domId}
              files={files}
              active={active}
              onActivate={setActive}
              marks={shown.stale ? NO_MARKS : marks}
              problems={
                shown.stale
                  ? []
                  : shown.problems.flatMap(({ place, ...rest }) =>
                      place === null ? [] : [{ ...place, ...rest }],
                    )
              }
              revealed={revealed}
              eventful={eventful}
              onChange={edit}
              onSelectLine={(place) => setSought({ place })}
              onRun={() => void run()}
              onIntent={intent.now}
            />
            <Toolbar
              runLabel="Run and check"
              run={state.run}
              stage={state.stage}
              count={stacks.length}
              loading={loading}
              edited={!sameFiles(state.files, seed)}
              undo={state.undo}
              summary={current === null ? summaryOf(state) : verdictWords(current)}
              onRun={() => void run()}
              onCancel={() => void start().then((session) => session.cancel())}
              onReset={() => void start().then((session) => session.reset())}
              onUndo={() => void start().then((session) => session.undo())}
            />
            {state.stage.kind === 'unsupported' && <p className={layout.notice}>{state.stage.reason}</p>}
            {state.notice !== null && <p className={layout.notice}>{state.notice}</p>}
            {current?.passed === true && <Success stacks={stacks.length} next={next} />}
            {shown.problems.length > 0 && (
              <Suspense>
                <Problems problems={shown.problems} onShow={show} />
              </Suspense>
            )}
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
              onApply={(solution) =>
                void start().then((session) => session.replace(ownFiles(solution, seed), 'solution'))
              }
            />
          </div>
          <div className={layout.runSide}>
            {current !== null && (
              <Verdicts
                judgements={current.judgements}
                stackTitles={titles}
                onShowPlace={show}
                onShowEvent={showEvent}
              />
            )}
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
              {shown.trace === null ? (
                <p className={layout.nothing}>
                  {stacks.length === 1
                    ? 'The run appears here.'
                    : 'Each stack is run with your file; its run appears here.'}
                </p>
              ) : !shown.started ? (
                <p className={layout.nothing}>Django did not start, so there is no run to show.</p>
              ) : (
                <>
                  <p className={layout.caption} data-stale={shown.stale}>
                    {shown.caption}
                  </p>
                  <Suspense>
                    <LiveTimeline
                      key={shown.key}
                      trace={shown.trace}
                      stops={[]}
                      sought={sought}
                      onMarks={setMarks}
                      onSelectPlace={show}
                    />
                  </Suspense>
                </>
              )}
            </div>
          </div>
          {shown.trace !== null && shown.started && (
            <Suspense>
              <Results trace={shown.trace} />
            </Suspense>
          )}
        </div>
      </div>
    </section>
  );
}

function Success({ stacks, next }: { readonly stacks: number; readonly next: ExerciseProperties['next'] }) {
  return (
    <div className={styles.success}>
      <p>
        <strong>Passed.</strong> Every check holds
        {stacks > 1 && ` in ${stacks === 2 ? 'both' : `all ${stacks}`} stacks`}.
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

function verdictWords({ judgements, passed }: Judged): string {
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
function editorFiles(
  files: Files,
  seed: Files,
  highlighted: Readonly<Record<string, string>>,
  context: readonly { readonly path: string; readonly source: string }[],
): readonly EditorFile[] {
  const coloured = (path: string, source: string) => {
    const html = highlighted[path];
    return html === undefined ? null : { html, source };
  };
  return [
    ...Object.entries(seed).map(([path, source]) => ({
      path,
      source: files[path] ?? source,
      readOnly: false,
      highlighted: coloured(path, source),
    })),
    ...context
      .filter(({ path }) => !(path in seed))
      .map(({ path, source }) => ({ path, source, readOnly: true, highlighted: coloured(path, source) })),
  ];
}

function ownFiles(solution: Files, seed: Files): Files {
  return Object.fromEntries(Object.entries(seed).map(([path, source]) => [path, solution[path] ?? source]));
}
