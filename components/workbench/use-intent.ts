'use client';
/** Tells a reader who turns to a workbench from one who scrolls past it. */
import { useRef } from 'react';

/** How long a pointer must rest before it counts, in milliseconds. */
const DWELL = 150;

/** `act` is called once, at most: at once by `now`, after a moment's rest by `soon`, unless `never` comes first. */
export function useIntent(act: () => void): {
  readonly now: () => void;
  readonly soon: () => void;
  readonly never: () => void;
} {
  const done = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function now() {
    clearTimeout(timer.current);
    if (done.current) return;
    done.current = true;
    act();
  }
  return {
    now,
    soon: () => {
      timer.current = setTimeout(now, DWELL);
    },
    never: () => clearTimeout(timer.current),
  };
}
