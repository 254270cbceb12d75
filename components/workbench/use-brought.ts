import { type RefObject, useEffect } from 'react';

/** The button that was pressed to get this is gone: the keyboard goes on in what it brought, in view. */
export function useBrought(place: RefObject<HTMLElement | null>, pressed = true): void {
  useEffect(() => {
    if (!pressed) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, [place, pressed]);
}
