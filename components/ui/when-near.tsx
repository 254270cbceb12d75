'use client';
/**
 * A component whose code is fetched when the reader comes near it. Until then the page shows what the
 * server rendered, and React leaves it alone: a suspended boundary keeps its HTML.
 */
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';

/** How far from the window's edge is near, in windows. */
const MARGIN = '50% 0px';

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

  return function WhenNear(properties: Properties) {
    const place = useRef<HTMLDivElement>(null);
    useEffect(() => {
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) approach();
        },
        { rootMargin: MARGIN },
      );
      if (place.current) observer.observe(place.current);
      return () => observer.disconnect();
    }, []);
    return (
      <div ref={place}>
        <Suspense>
          <Component {...properties} />
        </Suspense>
      </div>
    );
  };
}
