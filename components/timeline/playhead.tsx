'use client';
/** The playhead: the one element that a frame moves. What lies ahead of it is veiled. */
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { fractionIn } from '@/lib/trace/axis-window';
import styles from './live.module.css';
import { bringIntoSight } from './looking';
import { percent } from './placing';
import { axisShown, type Run } from './run';
import { useView, type ViewStore } from './view-store';

/** A playhead out of sight waits just beyond the edge, so that its veil covers all that lies ahead. */
const BEYOND = 0.06;

export function Playhead({
  store,
  run,
  lane,
  children,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  /** Becomes the plot: as wide as the window through which the lanes are seen. */
  readonly lane: RefObject<HTMLDivElement | null>;
  readonly children?: ReactNode;
}) {
  const head = useRef<HTMLDivElement>(null);
  const touched = useView(store, (view) => view.touched);
  const axis = useView(store, (view) => axisShown(run, view));

  useEffect(() => {
    const place = () => {
      const fraction = fractionIn({ axis, window: store.viewport.windowOf(axis) }, store.position);
      const seen = Math.min(Math.max(fraction, -BEYOND), 1 + BEYOND);
      if (head.current) head.current.style.transform = `translateX(${percent(seen)})`;
    };
    const follow = () => {
      if (store.view.touched) bringIntoSight(store, run, store.position);
      place();
    };
    place();
    const stops = [store.subscribePosition(follow), store.viewport.subscribe(place)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, run, axis]);

  return (
    <div ref={lane} className={styles.overlay} data-touched={touched} data-playhead-lane="">
      <div ref={head} className={styles.playhead} />
      {children}
    </div>
  );
}
