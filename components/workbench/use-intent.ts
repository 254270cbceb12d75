'use client';
/** Tells a reader who turns to a workbench from one who scrolls past it. */
import { type DOMAttributes, useRef } from 'react';

/** How long pointer or focus must rest before it counts, in milliseconds. */
const DWELL = 150;

/**
 * `act` is called once, at most: at once by `now`, or when pointer or focus rests inside the element that gets
 * the handlers in `watch`.
 */
export function useIntent(act: () => void): {
  readonly now: () => void;
  readonly watch: Pick<DOMAttributes<Element>, 'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'>;
} {
  const done = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function now() {
    clearTimeout(timer.current);
    if (done.current) return;
    done.current = true;
    act();
  }
  function soon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(now, DWELL);
  }
  const never = () => clearTimeout(timer.current);
  return { now, watch: { onPointerEnter: soon, onPointerLeave: never, onFocus: soon, onBlur: never } };
}
