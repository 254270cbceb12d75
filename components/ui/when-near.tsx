'use client';
/**
 * A component whose code is fetched when the reader comes near it, or turns to it in any other way. Until
 * then the page shows what the server rendered, and React leaves it alone: a suspended boundary keeps its
 * HTML. What is pressed meanwhile is kept, see early-press.
 */
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { ASLEEP, forgetPress, wake } from './early-press';

/** How far from the window's edge is near, in windows. */
const MARGIN = '50% 0px';
const TURNING_TO = ['focusin', 'pointerdown', 'click'] as const;

/** `load` is called once, for all places where the component stands, when the first of them is near. */
export function whenNear<Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
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
    return { default: await load() };
  });

  /** Its effect runs when the boundary that holds it has come alive. */
  function Alive({ onAlive }: { readonly onAlive: () => void }) {
    useEffect(onAlive, [onAlive]);
    return null;
  }

  return function WhenNear(properties: Properties) {
    const place = useRef<HTMLDivElement>(null);
    const awake = useRef(() => {
      if (place.current) wake(place.current);
    });
    useEffect(() => {
      const element = place.current;
      if (element === null) return;
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) approach();
        },
        { rootMargin: MARGIN },
      );
      observer.observe(element);
      for (const kind of TURNING_TO) element.addEventListener(kind, approach, { once: true });
      if (window.earlyPress !== undefined && element.contains(window.earlyPress)) approach();
      return () => {
        observer.disconnect();
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
