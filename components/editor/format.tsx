'use client';
/** "Format": the button, its keys, and what came of it in words. Fetched when somebody begins to edit. */
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { getRuff, RuffUnavailable } from '@/lib/ruff/client';
import { formatKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import styles from './format.module.css';
import { caretAfter, differingStretch, endedAs } from './reformat';
import type { SurfaceHandle } from './surface-handle';

/** Fetching that is over by then is not spoken of, in milliseconds. */
const SOON = 1000;

type Said = {
  readonly words: string;
  /** They hold for this text. */
  readonly source: string;
};

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | ({ readonly kind: 'done' } & Said)
  | { readonly kind: 'failed'; readonly words: string };

type Properties = {
  readonly source: string;
  readonly surface: RefObject<SurfaceHandle | null>;
  /** Where the keys are listened to. */
  readonly within: RefObject<HTMLElement | null>;
};

/** Formats what the surface shows, and says what came of it. @throws RuffUnavailable */
async function formatIn(surface: RefObject<SurfaceHandle | null>): Promise<Said> {
  const ruff = getRuff();
  await ruff.ready();
  const source = surface.current?.read() ?? '';
  const formatted = await ruff.format(source);
  if (formatted.kind === 'refused') {
    const words = `Python cannot read line ${formatted.line}: ${formatted.reason}. Nothing was changed.`;
    return { words, source };
  }
  const open = surface.current;
  if (open === null || open.read() !== source) {
    return { words: 'The text has changed meanwhile. Press Format again.', source: open?.read() ?? '' };
  }
  const after = endedAs(source, formatted.source);
  if (after === source) return { words: 'It is formatted already.', source };
  open.replace(differingStretch(source, after), caretAfter(source, after, open.caret()));
  return { words: 'Formatted.', source: after };
}

export function Format({ source, surface, within }: Properties) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [isLong, setLong] = useState(false);
  const ruff = getRuff();
  const progress = useSyncExternalStore(ruff.subscribe, ruff.getProgress, () => null);
  const isWorking = state.kind === 'working';

  async function format() {
    if (isWorking) return;
    setState({ kind: 'working' });
    try {
      setState({ kind: 'done', ...(await formatIn(surface)) });
    } catch (error) {
      if (!(error instanceof RuffUnavailable)) throw error;
      setState({ kind: 'failed', words: error.message });
    }
  }

  useEffect(() => {
    setLong(false);
    if (!isWorking) return;
    const timer = setTimeout(() => setLong(true), SOON);
    return () => clearTimeout(timer);
  }, [isWorking]);

  useEffect(() => {
    const place = within.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (pressed(formatKeys, event) === null) return;
      event.preventDefault();
      void format();
    };
    place?.addEventListener('keydown', onKeyDown);
    return () => place?.removeEventListener('keydown', onKeyDown);
  });

  return (
    <>
      <span className={styles.said} aria-live="polite">
        {wordsOf(state, source, isLong)}
      </span>
      {isWorking && isLong && progress !== null && (
        <progress
          className={styles.progress}
          aria-label="Fetching the formatter"
          max={progress.totalBytes}
          value={progress.bytes}
        />
      )}
      <button
        type="button"
        className={styles.format}
        data-command="format"
        title="Format (Shift+Alt+F)"
        aria-keyshortcuts="Shift+Alt+F"
        aria-disabled={isWorking}
        onClick={() => void format()}
      >
        {state.kind === 'failed' ? 'Try again' : 'Format'}
      </button>
    </>
  );
}

function wordsOf(state: State, source: string, isLong: boolean): string {
  switch (state.kind) {
    case 'failed':
      return state.words;
    case 'done':
      return state.source === source ? state.words : '';
    case 'working':
      return isLong ? 'Fetching the formatter…' : '';
    case 'idle':
      return '';
  }
}
