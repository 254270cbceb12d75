'use client';
/** "Keep for offline": fetches the interpreter and Ruff now, so that runs and hints work later without a network. */
import { useEffect, useState } from 'react';
import { siteAddress } from '@/lib/course/addresses';
import { filesToKeep, RUNTIME_CACHE } from '@/lib/offline/caches';
import { builtRuff } from '@/lib/ruff/ruff.generated';
import { builtRuntime } from '@/lib/simulator/runtime.generated';

type State = 'unknown' | 'absent' | 'fetching' | 'kept' | 'failed';

const interpreter = filesToKeep(builtRuntime);
const editing = Object.values(builtRuff);
const addresses = [
  ...interpreter.files.map((file) => siteAddress(`/runtime/${file}`)),
  ...editing.map(({ file }) => siteAddress(`/ruff/${file}`)),
];
const megabytes = (editing.reduce((sum, { bytes }) => sum + bytes, interpreter.bytes) / 1e6).toFixed(1);

const WORDS: Readonly<Record<State, string>> = {
  unknown: '',
  absent: '',
  fetching: 'Fetching…',
  kept: 'Python is kept: runs work without a network.',
  failed: 'It could not be kept. Is there room on this device, and a connection?',
};

async function isKept(): Promise<boolean> {
  const cache = await caches.open(RUNTIME_CACHE);
  const found = await Promise.all(addresses.map((address) => cache.match(address)));
  return found.every((response) => response !== undefined);
}

export function KeepPython() {
  const [state, setState] = useState<State>('unknown');
  const [done, setDone] = useState(0);

  useEffect(() => {
    if (!('caches' in globalThis)) return;
    isKept().then(
      (kept) => setState(kept ? 'kept' : 'absent'),
      () => undefined,
    );
  }, []);

  async function keep() {
    setState('fetching');
    setDone(0);
    try {
      const cache = await caches.open(RUNTIME_CACHE);
      for (const address of addresses) {
        if ((await cache.match(address)) === undefined) await cache.add(address);
        setDone((count) => count + 1);
      }
      setState('kept');
    } catch {
      setState('failed');
    }
  }

  if (state === 'unknown') return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {state !== 'kept' && (
        <button
          type="button"
          data-command="keep"
          disabled={state === 'fetching'}
          onClick={() => void keep()}
          className="h-11 rounded-card border border-accent px-4 font-semibold text-accent hover:bg-accent-wash disabled:opacity-60"
        >
          Keep for offline ({megabytes} MB)
        </button>
      )}
      {state === 'fetching' && <progress aria-label="Fetching Python" max={addresses.length} value={done} />}
      <p role="status" className="text-sm text-ink-soft">
        {WORDS[state]}
      </p>
    </div>
  );
}
