'use client';
/** Brings the service worker, and says when there is a newer version of the course than this page. */
import { useEffect, useRef, useState } from 'react';
import { watchMissingFiles } from './missing-files';

/**
 * How long a first visit goes before the worker fetches the rest of the course, in milliseconds. A reader who presses Run
 * at once has Python before it.
 */
const FIRST_LOOK = 6000;

export function Offline() {
  const [newer, setNewer] = useState(false);
  const showNewest = useRef(() => window.location.reload());

  useEffect(() => {
    const say = () => setNewer(true);
    const stop = watchMissingFiles(say);
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return stop;
    const begin = () =>
      void import('./register').then((registering) => {
        showNewest.current = () => void registering.showNewest();
        return registering.register(say);
      });
    // Whatever the reader came for goes first.
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const loaded = () => {
      if (navigator.serviceWorker.controller !== null) begin();
      else waiting = setTimeout(begin, FIRST_LOOK);
    };
    if (document.readyState === 'complete') loaded();
    else window.addEventListener('load', loaded, { once: true });
    return () => {
      stop();
      clearTimeout(waiting);
      window.removeEventListener('load', loaded);
    };
  }, []);

  return (
    <div role="status" className="fixed inset-x-0 bottom-0 z-30 px-(--gutter) print:hidden">
      {newer && (
        <p className="mx-auto mb-4 flex w-fit flex-wrap items-center justify-center gap-x-4 gap-y-1 rounded-card border border-line-strong bg-raised px-4 py-2 text-sm shadow-lg">
          There is a new version of the course. Your answers and drafts stay.
          <button
            type="button"
            className="min-h-8 font-semibold text-accent underline underline-offset-4"
            onClick={() => showNewest.current()}
          >
            Reload
          </button>
          <button type="button" className="min-h-8 text-ink-soft" onClick={() => setNewer(false)}>
            Later
          </button>
        </p>
      )}
    </div>
  );
}
