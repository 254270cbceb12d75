/**
 * The stage of a live figure: what is drawn, how wide it is, which rows are scrolled to. While the window
 * moves within what is drawn, two elements are moved and nothing is rendered.
 */
import {
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Axis } from '@/lib/trace/axis';
import { type Drawn, drawnFor, lengthOf } from '@/lib/trace/axis-window';
import { percent } from './placing';
import type { Rows } from './sight';
import type { Viewport } from './viewport';

/** What is drawn of an axis. Renders again only when something else must be drawn. */
export function useDrawn(viewport: Viewport, axis: Axis): Drawn {
  const drawn = useRef<Drawn | null>(null);
  const read = () => {
    drawn.current = drawnFor(axis, viewport.windowOf(axis), drawn.current);
    return drawn.current;
  };
  return useSyncExternalStore(viewport.subscribe, read, read);
}

/** Keeps the parts of a stage behind the window: moves them, never draws them. */
export function useMovedStage(
  viewport: Viewport,
  drawn: Drawn,
  parts: readonly RefObject<HTMLElement | null>[],
): void {
  useLayoutEffect(() => {
    const move = () => {
      const { start } = viewport.windowOf(drawn.axis);
      const length = lengthOf(drawn.window);
      const by = length <= 0 ? 0 : (drawn.window.start - start) / length;
      for (const part of parts) {
        if (part.current) part.current.style.transform = by === 0 ? '' : `translateX(${percent(by)})`;
      }
    };
    move();
    return viewport.subscribe(move);
  }, [viewport, drawn, parts]);
}

/** Width of a plot where nothing can be measured, in pixels. */
const USUAL_WIDTH = 960;

/**
 * The width of an element in pixels, and again whenever it changes. It is 0 until it is known, which is before
 * anything is shown: nothing is drawn for a width that does not hold.
 */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(() => (typeof ResizeObserver === 'undefined' ? USUAL_WIDTH : 0));
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => setWidth(Math.round(measured.getBoundingClientRect().width) || USUAL_WIDTH);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Up to here all rows are drawn: so few need no care, and print as a whole. In row heights. */
const FEW_ROWS = 60;
/** Rows drawn beyond the edge, so that scrolling finds them there. */
const BEYOND = 12;

/** Which of a figure's rows are scrolled to. `body` is as high as all of them together. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  height: number,
): Rows {
  const [rows, setRows] = useState<Rows>({ first: 0, last: FEW_ROWS });
  const few = height <= FEW_ROWS;
  useEffect(() => {
    const [window, content] = [scroller.current, body.current];
    if (few || window === null || content === null) return;
    const follow = () => {
      const pitch = content.offsetHeight / height;
      if (pitch <= 0) return;
      const top = window.scrollTop / pitch;
      // In steps, so that most scrolling renders nothing.
      const first = Math.max(Math.floor(top / BEYOND) * BEYOND - BEYOND, 0);
      const last = first + Math.ceil(window.clientHeight / pitch / BEYOND) * BEYOND + 3 * BEYOND;
      setRows((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    follow();
    window.addEventListener('scroll', follow, { passive: true });
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(follow);
    observer?.observe(window);
    return () => {
      window.removeEventListener('scroll', follow);
      observer?.disconnect();
    };
  }, [scroller, body, height, few]);
  return useMemo(() => (few ? { first: 0, last: height } : rows), [few, height, rows]);
}
