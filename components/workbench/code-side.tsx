'use client';
/** The learner's half of a bench: the editor, Run and what goes with it, and what went wrong. */
import type { ReactNode } from 'react';
import { Editor, type EditorFile } from '@/components/editor/editor';
import { useHints } from '@/components/hints/use-hints';
import type { Occasion } from '@/lib/ruff/hints';
import { Toolbar } from './toolbar';
import type { Bench } from './use-bench';
import styles from './workbench.module.css';

type Properties = {
  readonly bench: Bench;
  /** Unique on the page. */
  readonly domId: string;
  readonly files: readonly EditorFile[];
  readonly runLabel: string;
  /** How many scenarios a run consists of. */
  readonly count: number;
  /** The last word about the last run. */
  readonly summary: string | null;
  /** What the text is for; an example's, unless it says otherwise. */
  readonly occasion?: Occasion;
  readonly onRun: () => void;
  readonly children?: ReactNode;
};

export function CodeSide({ bench, domId, files, runLabel, count, summary, onRun, ...rest }: Properties) {
  const { state, start, shown } = bench;
  const { occasion = 'example', children } = rest;
  const file = files.find(({ path }) => path === bench.active);
  const { hints, HintList, onTyping } = useHints({
    path: bench.active,
    source: file === undefined || file.readOnly ? null : file.source,
    occasion,
  });
  const Problems = bench.results?.Problems;
  const placed = shown.problems.flatMap(({ place, ...rest }) =>
    place === null ? [] : [{ ...place, ...rest }],
  );
  return (
    <div data-side="code" data-commands="" className={styles.codeSide}>
      <Editor
        id={domId}
        files={files}
        active={bench.active}
        onActivate={bench.activate}
        marks={bench.marks}
        problems={shown.stale ? [] : placed}
        revealed={bench.revealed}
        eventful={bench.eventful}
        hints={hints}
        onChange={(path, source) => {
          onTyping();
          bench.edit(path, source);
        }}
        onSelectLine={(place) => bench.seek({ place })}
        onRun={onRun}
        onIntent={bench.intent.now}
      />
      <Toolbar
        runLabel={runLabel}
        run={state.run}
        stage={state.stage}
        count={count}
        loading={bench.loading}
        edited={bench.edited}
        undo={state.undo}
        summary={summary}
        onRun={onRun}
        onCancel={() => void start().then((session) => session.cancel())}
        onReset={() => void start().then((session) => session.reset())}
        onUndo={() => void start().then((session) => session.undo())}
      />
      {state.stage.kind === 'unsupported' && <p className={styles.notice}>{state.stage.reason}</p>}
      {state.notice !== null && <p className={styles.notice}>{state.notice}</p>}
      {bench.resultsFailed && (
        <p className={styles.notice}>
          What shows the run could not be fetched. Check the connection, then run again.
        </p>
      )}
      {Problems && shown.problems.length > 0 && <Problems problems={shown.problems} onShow={bench.show} />}
      {HintList && <HintList file={bench.active} hints={hints} onShow={bench.show} />}
      {children}
    </div>
  );
}
