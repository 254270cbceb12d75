'use client';
/**
 * Code on one side, what it did on the other.
 *
 * Until the learner turns to it this is HTML that the server wrote: the session, the live timeline, Monaco and
 * the interpreter are each fetched when they are about to be used.
 */
import { useMemo } from 'react';
import { editableFiles, withFiles } from '@/lib/simulator/editable-files';
import { CodeSide } from './code-side';
import { editorFiles } from './editor-files';
import type { WorkbenchProperties } from './properties';
import { RunCaption, RunResults, ShownRun } from './run-side';
import { summaryOf } from './summary';
import { useBench } from './use-bench';
import styles from './workbench.module.css';

export function Workbench(properties: WorkbenchProperties) {
  const { id, scenario, recordingUrl, highlighted, staticTimeline, stops = [], readOnly = [] } = properties;
  const sources = useMemo(() => editableFiles(scenario), [scenario]);
  const seed = useMemo(
    () => Object.fromEntries(sources.map(({ path, source }) => [path, source])),
    [sources],
  );
  const bench = useBench({
    id,
    scenariosOf: (files) => [withFiles(scenario, files)],
    seed,
  });

  async function play(url: string) {
    bench.intent.now();
    await (await bench.start()).showRecording(url);
  }

  return (
    <div className={styles.workbench} {...bench.intent.watch}>
      <div data-columns className={styles.columns}>
        <CodeSide
          bench={bench}
          domId={id.replace(/\W+/g, '-')}
          files={editorFiles(sources, bench.state.files, highlighted, (path) => readOnly.includes(path))}
          runLabel="Run"
          count={1}
          summary={summaryOf(bench.state)}
          onRun={() => void bench.run()}
        />
        <div data-side="run" className={styles.runSide}>
          <RunCaption bench={bench} />
          <ShownRun bench={bench} stops={stops} waiting={staticTimeline} />
          {bench.shown.trace === null && recordingUrl !== null && (
            <button
              type="button"
              className={`${styles.secondary} needs-script`}
              onClick={() => void play(recordingUrl)}
            >
              Play this run
            </button>
          )}
        </div>
        <RunResults bench={bench} />
      </div>
    </div>
  );
}
