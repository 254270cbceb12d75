'use client';
/** The playhead: the one element that a frame moves. What lies ahead of it is veiled. */
import { useEffect, useRef } from 'react';
import { fractionOf } from './controls';
import styles from './live.module.css';
import { percent } from './placing';
import { axisShown, type Run } from './run';
import { useView, type ViewStore } from './view-store';

/** Room kept between the playhead and the edge of its window, in pixels. */
const MARGIN = 48;

export function Playhead({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const lane = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const touched = useView(store, (view) => view.touched);
  const axis = useView(store, (view) => axisShown(run, view));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another axis puts the playhead elsewhere.
  useEffect(() => {
    const place = () => {
      const fraction = fractionOf(store, run);
      if (head.current) head.current.style.transform = `translateX(${percent(fraction)})`;
      if (lane.current && store.view.touched) keepInSight(lane.current, fraction);
    };
    place();
    return store.subscribePosition(place);
  }, [store, run, axis]);

  return (
    <div ref={lane} className={styles.overlay} data-touched={touched} data-playhead-lane="">
      <div ref={head} className={styles.playhead} />
    </div>
  );
}

/** Scrolls the window of a zoomed figure along with the playhead. */
function keepInSight(lane: HTMLElement, fraction: number): void {
  const scroller = lane.closest<HTMLElement>('[data-scroller]');
  if (scroller === null || scroller.scrollWidth <= scroller.clientWidth) return;
  const x = lane.offsetLeft + fraction * lane.offsetWidth;
  const left = scroller.scrollLeft + lane.offsetLeft;
  const right = scroller.scrollLeft + scroller.clientWidth;
  if (x < left || x > right - MARGIN) scroller.scrollLeft = x - lane.offsetLeft - MARGIN;
}
