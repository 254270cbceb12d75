'use client';
/**
 * Code on one side, what it did on the other.
 *
 * Until the learner turns to it this is HTML that the server wrote: the session, the live timeline, Monaco and
 * the interpreter are each fetched when they are about to be used.
 */
import { lazy, Suspense, useMemo, useState } from 'react';
import { Editor, type EditorFile } from '@/components/editor/editor';
import { editableFiles } from '@/lib/simulator/editable-files';
import type { Place } from '@/lib/simulator/explain-error';
import type { LineMark } from '@/lib/trace/line-marks';
import { eventfulLines } from './eventful-lines';
import type { WorkbenchProperties } from './properties';
import { sameFiles } from './session-state';
import { shownRun } from './shown-run';
import type { Sought } from './sought';
import { summaryOf } from './summary';
import { Toolbar } from './toolbar';
import { useIntent } from './use-intent';
import { useSession } from './use-session';
import styles from './workbench.module.css';

const loadResults = () => import('./results');
const Results = lazy(() => loadResults().then((module) => ({ default: module.Results })));
const LiveTimeline = lazy(() => loadResults().then((module) => ({ default: module.LiveTimeline })));
const Problems = lazy(() => loadResults().then((module) => ({ default: module.Problems })));

const NO_MARKS: readonly LineMark[] = [];

export function Workbench(properties: WorkbenchProperties) {
  const { id, scenario, recordingUrl, highlighted, staticTimeline, stops = [], readOnly = [] } = properties;
  const sources = useMemo(() => editableFiles(scenario), [scenario]);
  const seed = useMemo(
    () => Object.fromEntries(sources.map(({ path, source }) => [path, source])),
    [sources],
  );
  const { state, start, edit } = useSession({ id, scenarios: [scenario], seed });
  const [active, setActive] = useState(sources[0]?.path ?? '');
  const [loading, setLoading] = useState(false);
  const [marks, setMarks] = useState(NO_MARKS);
  const [revealed, setRevealed] = useState<Place | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);

  const intent = useIntent(() => {
    void start().then((session) => session.warm());
    void loadResults();
  });

  const shown = shownRun(state, seed);
  const eventful = useMemo(() => eventfulLines(shown.trace, active), [shown.trace, active]);
  const { problems, stale } = shown;

  async function run() {
    intent.now();
    setLoading(true);
    setMarks(NO_MARKS);
    setSought(null);
    const session = await start();
    const running = session.run();
    setLoading(false);
    await running;
  }

  async function play() {
    if (recordingUrl === null) return;
    intent.now();
    await (await start()).showRecording(recordingUrl);
  }

  function show(place: Place) {
    if (seed[place.file] === undefined) return;
    setActive(place.file);
    setRevealed({ ...place });
  }

  const files: readonly EditorFile[] = sources.map(({ path, source }) => {
    const html = highlighted[path];
    return {
      path,
      source: state.files[path] ?? source,
      readOnly: readOnly.includes(path),
      highlighted: html === undefined ? null : { html, source },
    };
  });

  return (
    <div className={styles.workbench} {...intent.watch}>
      <div className={styles.columns}>
        <div className={styles.codeSide}>
          <Editor
            id={id.replace(/\W+/g, '-')}
            files={files}
            active={active}
            onActivate={setActive}
            marks={stale ? NO_MARKS : marks}
            problems={
              stale
                ? []
                : problems.flatMap(({ place, ...rest }) => (place === null ? [] : [{ ...place, ...rest }]))
            }
            revealed={revealed}
            eventful={eventful}
            onChange={edit}
            onSelectLine={(place) => setSought({ place })}
            onRun={() => void run()}
            onIntent={intent.now}
          />
          <Toolbar
            runLabel="Run"
            run={state.run}
            stage={state.stage}
            count={1}
            loading={loading}
            edited={!sameFiles(state.files, seed)}
            undo={state.undo}
            summary={summaryOf(state)}
            onRun={() => void run()}
            onCancel={() => void start().then((session) => session.cancel())}
            onReset={() => void start().then((session) => session.reset())}
            onUndo={() => void start().then((session) => session.undo())}
          />
          {state.stage.kind === 'unsupported' && <p className={styles.notice}>{state.stage.reason}</p>}
          {state.notice !== null && <p className={styles.notice}>{state.notice}</p>}
          {problems.length > 0 && (
            <Suspense>
              <Problems problems={problems} onShow={show} />
            </Suspense>
          )}
        </div>
        <div className={styles.runSide}>
          <p className={styles.caption} data-stale={stale}>
            {shown.caption}
          </p>
          {shown.trace === null ? (
            <>
              {staticTimeline}
              {recordingUrl !== null && (
                <button
                  type="button"
                  className={`${styles.secondary} needs-script`}
                  onClick={() => void play()}
                >
                  Play this run
                </button>
              )}
            </>
          ) : shown.started ? (
            <Suspense fallback={staticTimeline}>
              <LiveTimeline
                key={shown.key}
                trace={shown.trace}
                stops={shown.ofTheSeed ? stops : []}
                sought={sought}
                playing={shown.key === 'recorded'}
                onMarks={setMarks}
                onSelectPlace={show}
              />
            </Suspense>
          ) : (
            <p className={styles.nothing}>Django did not start, so there is no run to show.</p>
          )}
        </div>
        {shown.trace !== null && shown.started && (
          <Suspense>
            <Results trace={shown.trace} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
