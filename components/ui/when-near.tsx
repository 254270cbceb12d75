'use client';
/**
 * A component whose code is fetched when the reader comes near it, or turns to it. Until then the page shows
 * what the server rendered, and React leaves it alone: a suspended boundary keeps its HTML. What is pressed
 * meanwhile is kept, see early-press.
 */
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { ASLEEP, forgetPress, wake } from './early-press';
import { keepTrying } from './keep-trying';

/** How far from the window's edge is near, in windows. */
const MARGIN = '50% 0px';
const TURNING_TO = ['pointerdown', 'click'] as const;

/** Calls `approach` when the code is wanted before the reader turns to the place; returns the way to stop. */
type Watch<Properties> = (
  place: HTMLElement,
  properties: Properties,
  approach: () => void,
) => (() => void) | undefined;

/** `load` is called once, for all places where the component stands, when the first of them is near. */
export function whenNear<Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
): ComponentType<Properties> {
  return whenWanted(load, (place, _properties, approach) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) approach();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place);
    return () => observer.disconnect();
  });
}

/**
 * The same for what can wait until the reader turns to it: only the pointer's coming fetches it before that,
 * and `isWanted`, which is asked once for every place.
 */
export function whenTurnedTo<Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
  isWanted: (properties: Properties) => Promise<boolean>,
): ComponentType<Properties> {
  return whenWanted(load, (place, properties, approach) => {
    place.addEventListener('pointerenter', approach, { once: true });
    void isWanted(properties).then((wanted) => wanted && approach());
    return () => place.removeEventListener('pointerenter', approach);
  });
}

/** The reader was here before this code was, or waits for it: the server rendered nothing to look at meanwhile. */
function isTurnedTo(place: HTMLElement): boolean {
  if (place.firstElementChild === null) return true;
  const pressed = window.earlyPress;
  const isPressed = pressed !== undefined && place.contains(pressed);
  return isPressed || place.contains(document.activeElement) || place.matches(':hover');
}

function whenWanted<Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
  watch: Watch<Properties>,
): ComponentType<Properties> {
  let approach = () => {};
  const near =
    typeof window === 'undefined'
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          approach = resolve;
        });
  const Component = lazy(async () => {
    await near;
    return { default: await keepTrying(load) };
  });

  /** Its effect runs when the boundary that holds it has come alive. */
  function Alive({ onAlive }: { readonly onAlive: () => void }) {
    useEffect(onAlive, [onAlive]);
    return null;
  }

  return function WhenWanted(properties: Properties) {
    const place = useRef<HTMLDivElement>(null);
    const first = useRef(properties);
    const awake = useRef(() => {
      if (place.current) wake(place.current);
    });
    useEffect(() => {
      const element = place.current;
      if (element === null) return;
      const stop = watch(element, first.current, approach);
      for (const kind of TURNING_TO) element.addEventListener(kind, approach, { once: true });
      // On the window, which is as far as the focus comes, see early-press.
      const focused = ({ target }: FocusEvent) => {
        if (target instanceof Node && element.contains(target)) approach();
      };
      window.addEventListener('focusin', focused, { capture: true });
      if (isTurnedTo(element)) approach();
      return () => {
        stop?.();
        window.removeEventListener('focusin', focused, { capture: true });
        for (const kind of TURNING_TO) element.removeEventListener(kind, approach);
      };
    }, []);
    return (
      // React calls this only once what was pressed is alive, and so answers by itself.
      <div ref={place} onClickCapture={forgetPress} {...{ [ASLEEP]: '' }} suppressHydrationWarning>
        <Suspense>
          <Component {...properties} />
          <Alive onAlive={awake.current} />
        </Suspense>
      </div>
    );
  };
}
