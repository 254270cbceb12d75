'use client';
/** What every bench has, a lesson's or an exercise's: a session, the run that is shown, and where to look in it. */
import { useEffect, useMemo, useState } from 'react';
import type { Files } from '@/lib/progress/record';
import { getSimulator } from '@/lib/simulator/client';
import type { Place } from '@/lib/simulator/explain-error';
import type { LineMark } from '@/lib/trace/line-marks';
import { onDemand } from '../ui/on-demand';
import { eventfulLines } from './eventful-lines';
import type { Session, SessionOptions } from './session';
import { type SessionState, sameFiles } from './session-state';
import { shownRun } from './shown-run';
import type { Sought } from './sought';
import { useIntent } from './use-intent';
import { useSession } from './use-session';

const NO_MARKS: readonly LineMark[] = [];

/** Timeline, problems, output and responses: one chunk, fetched on intent. */
const results = onDemand(() => import('./results'));

/** Until its workers run, the interpreter has the machine to itself. */
const isUnderWay = ({ stage, run }: SessionState) =>
  run.kind === 'failed' ||
  run.kind === 'done' ||
  (stage.kind === 'downloading' ? stage.bytes > 0 : stage.kind !== 'idle');

type Options = {
  /** Under this id the draft is kept. */
  readonly id: string;
  /** What is run with the present texts, one after the other. */
  readonly scenariosOf: SessionOptions['scenariosOf'];
  readonly seed: Files;
  readonly keepsEveryFile?: boolean;
  /** The files that can be shown, those to be read only included; the session's where they are not named. */
  readonly paths?: readonly string[];
  /** Which of the scenarios' runs is shown, from 0. */
  readonly index?: number;
  /** Called once, when the learner turns to the bench. */
  readonly onIntent?: () => void;
};

export type Bench = ReturnType<typeof useBench>;

export function useBench({ index = 0, onIntent, ...options }: Options) {
  const { seed } = options;
  const { state, start, edit } = useSession(options);
  const paths = options.paths ?? Object.keys(state.files);
  const [active, activate] = useState(paths[0] ?? '');
  const [loading, setLoading] = useState(false);
  const [marks, setMarks] = useState(NO_MARKS);
  const [revealed, setRevealed] = useState<Place | null>(null);
  const [sought, seek] = useState<Sought | null>(null);

  const intent = useIntent(() => {
    void getSimulator().warm().then(start);
    onIntent?.();
  });

  const { module, failed } = results.useFetched();
  const wantsResults = isUnderWay(state) || state.recorded !== null;
  useEffect(() => {
    if (wantsResults) results.fetch();
  }, [wantsResults]);

  const shown = shownRun(state, seed, index);
  const eventful = useMemo(() => eventfulLines(shown.trace, active), [shown.trace, active]);

  /** Runs the present texts; resolves with the session when the run is over, however it ended. */
  async function run(): Promise<Session> {
    intent.now();
    setLoading(true);
    setMarks(NO_MARKS);
    seek(null);
    await getSimulator().warm();
    const session = await start();
    const running = session.run();
    setLoading(false);
    await running;
    return session;
  }

  /** Opens a line in the editor, if its file stands there. */
  function show(place: Place) {
    if (!paths.includes(place.file)) return;
    activate(place.file);
    setRevealed({ ...place });
  }

  return {
    state,
    start,
    edit,
    run,
    intent,
    shown,
    /** The components that show a run; null until they are there. */
    results: module,
    /** They could not be fetched. */
    resultsFailed: failed,
    loading,
    /** The text differs from what Reset brings back. */
    edited: !sameFiles(state.files, seed),
    active,
    activate,
    revealed,
    show,
    eventful,
    /** Marks of the playhead; none once the text has moved on. */
    marks: shown.stale ? NO_MARKS : marks,
    setMarks,
    sought,
    seek,
  };
}
