'use client';
/** A workbench's session as React sees it: there from the first paint, loaded when somebody needs it. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { openRecord } from '@/lib/progress/open-record';
import { hasNote, leaveNote } from './parting-note';
import type { Session, SessionOptions } from './session';
import { type SessionState, untouched } from './session-state';

type Options = Pick<SessionOptions, 'id' | 'scenariosOf' | 'seed' | 'keepsEveryFile'>;

const nothingYet = () => () => undefined;

/**
 * The state to show; `start`, which loads the session (once) and resolves with it; and `edit`, which works
 * before it is there. A draft from an earlier visit starts the session without being asked, so that the
 * learner finds what they left.
 */
export function useSession(options: Options): {
  readonly state: SessionState;
  readonly start: () => Promise<Session>;
  readonly edit: (path: string, source: string) => void;
} {
  const given = useRef(options);
  const [before, setBefore] = useState(() => untouched(options.seed));
  /** What was typed before the session was there. */
  const early = useRef<Record<string, string>>({});
  const [session, setSession] = useState<Session | null>(null);
  const opening = useRef<Promise<Session> | null>(null);
  /** The session as soon as it is there, a render before React knows. */
  const open = useRef<Session | null>(null);
  const mounted = useRef(false);
  const getBefore = () => before;
  const state = useSyncExternalStore(
    session?.subscribe ?? nothingYet,
    session?.getState ?? getBefore,
    getBefore,
  );

  const start = useCallback(() => {
    opening.current ??= import('./open-session')
      .then(({ openSession }) => openSession(given.current))
      .then((opened) => {
        const typed = early.current;
        if (Object.keys(typed).length > 0) {
          early.current = {};
          void opened.replace({ ...opened.getState().files, ...typed }, 'early typing');
        }
        open.current = opened;
        setSession(opened);
        return opened;
      })
      .catch((reason) => {
        // The next intent tries again.
        opening.current = null;
        throw reason;
      });
    return opening.current;
  }, []);

  function edit(path: string, source: string) {
    if (open.current !== null) open.current.edit(path, source);
    else {
      early.current[path] = source;
      void start();
    }
    // Always, for React listens to the session only a moment after it has shown it, and a field that is shown an
    // older text loses its caret.
    setBefore((state) => ({ ...state, files: { ...state.files, [path]: source } }));
  }

  useEffect(() => {
    let gone = false;
    mounted.current = true;
    const leave = () => {
      if (open.current !== null) open.current.leave();
      else if (Object.keys(early.current).length > 0) leaveNote(given.current.id, early.current);
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    void openRecord()
      .then((record) => record.readDraft(given.current.id))
      .then((draft) => ((draft === null && !hasNote(given.current.id)) || gone ? null : start()));
    return () => {
      gone = true;
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      mounted.current = false;
      // Strict mode mounts again at once; a run that was just started must survive that.
      queueMicrotask(() => {
        if (mounted.current) return;
        void opening.current?.then((opened) => opened.close());
        opening.current = null;
        open.current = null;
      });
    };
  }, [start]);

  return { state, start, edit };
}
