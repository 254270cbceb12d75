'use client';
/** Brings the service worker, and says when a new version of the course waits. */
import { useEffect, useState } from 'react';
import type { Waiting } from './register';

export function Offline() {
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    const begin = () => void import('./register').then(({ register }) => register(setWaiting));
    // Whatever the reader came for goes first.
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin, { once: true });
    return () => window.removeEventListener('load', begin);
  }, []);

  return (
    <div role="status">
      {waiting !== null && (
        <p className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b border-line bg-accent-wash px-(--gutter) py-2 text-sm">
          There is a new version of the course. Your answers and drafts stay.
          <button
            type="button"
            className="min-h-8 font-semibold text-accent underline underline-offset-4"
            onClick={waiting.takeOver}
          >
            Reload
          </button>
          <button type="button" className="min-h-8 text-ink-soft" onClick={() => setWaiting(null)}>
            Later
          </button>
        </p>
      )}
    </div>
  );
}
