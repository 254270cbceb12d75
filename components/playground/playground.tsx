'use client';
/**
 * The playground: a stack, its requests and its code, put together by the reader and run like any example. All of it
 * is one set of files in one session, so what an editor does for text (drafts, undo, two tabs) holds for the stack too.
 */
import { useMemo } from 'react';
import { CodeSide } from '@/components/workbench/code-side';
import { editorFiles } from '@/components/workbench/editor-files';
import { RunCaption, RunResults, ShownRun } from '@/components/workbench/run-side';
import { summaryOf } from '@/components/workbench/summary';
import { useBench } from '@/components/workbench/use-bench';
import layout from '@/components/workbench/workbench.module.css';
import { type Files, modulesOf, readArrangement, scenarioOf } from '@/lib/playground/arrangement';
import { SimulatorError } from '@/lib/simulator/simulator';
import { BrokenArrangement } from './broken-arrangement';
import { Opening } from './opening';
import styles from './playground.module.css';
import { RaceFinder } from './race-finder';
import { RequestPanel } from './request-panel';
import { Share } from './share';
import { StackPanel } from './stack-panel';
import { TakeHome } from './take-home';
import { type Highlighted, useHighlighted } from './use-highlighted';
import { type Preset, useOpening } from './use-opening';

/** Under this id the draft is kept. */
const DRAFT = 'playground';

export type PlaygroundProperties = {
  /** The address of this page, without a hash. */
  readonly address: string;
  /** What a first visitor finds, and Reset brings back. */
  readonly seed: Files;
  /** Its modules, coloured. */
  readonly seedHighlighted: Highlighted;
  readonly presets: readonly Preset[];
  /** What a project that is taken home installs, a line each. */
  readonly requirements: readonly string[];
};

function scenariosOf(files: Files) {
  try {
    return [scenarioOf(files)];
  } catch (error) {
    throw new SimulatorError('invalid-scenario', error instanceof Error ? error.message : String(error));
  }
}

export function Playground({ address, seed, seedHighlighted, presets, requirements }: PlaygroundProperties) {
  const bench = useBench({
    id: DRAFT,
    scenariosOf,
    seed,
    keepsEveryFile: true,
  });
  const { state, start, shown } = bench;
  const { arrangement, problem } = readArrangement(state.files);
  const modules = useMemo(() => modulesOf(state.files), [state.files]);
  const sources = Object.entries(modules).map(([path, source]) => ({ path, source }));
  const highlighted = useHighlighted(modules, seedHighlighted);
  const replace = (files: Files, by: string) => void start().then((session) => session.replace(files, by));
  const arrange = (files: Files) => replace(files, 'arrangement');
  const opening = useOpening({ presets, open: (files) => replace(files, 'opening') });

  return (
    <div className={styles.playground} {...bench.intent.watch}>
      <Opening
        files={state.files}
        presets={presets}
        opening={opening}
        onOpen={(files) => replace(files, 'opening')}
      >
        <Share address={address} files={state.files} />
        <TakeHome files={state.files} trace={shown.stale ? null : shown.trace} requirements={requirements} />
      </Opening>
      {arrangement === null ? (
        <BrokenArrangement problem={problem} onReset={() => replace(seed, 'opening')} />
      ) : (
        <div className={styles.panels}>
          <StackPanel
            files={state.files}
            arrangement={arrangement}
            trace={shown.stale ? null : shown.trace}
            onArrange={arrange}
            onUndo={() => void start().then((session) => session.undo())}
            onShow={(file) => bench.activate(file)}
          />
          <RequestPanel files={state.files} arrangement={arrangement} onArrange={arrange} />
        </div>
      )}
      <div className={layout.workbench}>
        <div className={layout.columns}>
          <CodeSide
            bench={bench}
            domId="playground"
            files={editorFiles(sources, modules, highlighted, () => false)}
            runLabel="Run"
            count={1}
            summary={summaryOf(state)}
            onRun={() => void bench.run()}
          />
          <div className={layout.runSide}>
            {shown.trace !== null && <RunCaption bench={bench} />}
            <ShownRun
              bench={bench}
              stops={[]}
              waiting={
                <p className={layout.nothing}>The run appears here. Nothing runs before you press Run.</p>
              }
            />
          </div>
          <RunResults bench={bench} />
        </div>
      </div>
      {arrangement !== null && (
        <RaceFinder
          files={state.files}
          order={arrangement.seed}
          onTake={(files) => replace(files, 'opening')}
        />
      )}
    </div>
  );
}
