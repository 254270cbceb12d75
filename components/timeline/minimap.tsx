'use client';
/** The whole run in one strip, and the window in it: dragged as one, or by its edges, which are two sliders. */
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { positionAtValue } from '@/lib/trace/axis';
import { isWhole, lengthOf, wholeAxis } from '@/lib/trace/axis-window';
import { groupCounts } from '@/lib/trace/density';
import { formatDuration } from '@/lib/trace/duration';
import { timeAtPosition } from '@/lib/trace/times';
import { Group } from './group';
import { look, lookAtAll, panBack, panForward, windowShown } from './looking';
import styles from './minimap.module.css';
import { MinimapPicture } from './minimap-picture';
import { percent } from './placing';
import { axisShown, type Run } from './run';
import { useView, type ViewStore } from './view-store';
import { useWhole } from './whole';

type Props = { readonly store: ViewStore; readonly run: Run };

/** The sliders count in ten-thousandths of the axis. */
const SCALE = 10_000;
/** What is left out of sight at the least between the two edges, as a share of the axis. */
const CLOSEST = 1 / SCALE;

export function Minimap({ store, run }: Props) {
  const axis = useView(store, (view) => axisShown(run, view));
  const whole = useWhole(store, run);
  const strip = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLInputElement>(null);
  const end = useRef<HTMLInputElement>(null);
  const { timeline } = run;
  const counts = useMemo(
    () =>
      groupCounts(
        timeline,
        timeline.groups.map(({ index }) => index),
      ),
    [timeline],
  );

  // The window moves up to once a frame: it is placed here, and never rendered.
  useEffect(() => {
    const place = () => {
      const window = windowShown(store, run);
      const [from, to] = [window.start / axis.length, window.end / axis.length];
      if (pane.current) {
        pane.current.style.left = percent(from);
        pane.current.style.width = percent(to - from);
      }
      const say = (input: HTMLInputElement | null, value: number) => {
        if (input === null) return;
        input.value = String(value * SCALE);
        const time = timeAtPosition(timeline.times, positionAtValue(axis, value * axis.length));
        input.setAttribute('aria-valuetext', formatDuration(time));
      };
      say(start.current, from);
      say(end.current, to);
    };
    place();
    return store.viewport.subscribe(place);
  }, [store, run, axis, timeline]);

  const moveEdge = (edge: 'start' | 'end', input: HTMLInputElement) => {
    const window = windowShown(store, run);
    const value = (Number(input.value) / SCALE) * axis.length;
    const least = axis.length * CLOSEST;
    look(
      store,
      run,
      edge === 'start'
        ? { start: Math.min(value, window.end - least), end: window.end }
        : { start: window.start, end: Math.max(value, window.start + least) },
    );
  };

  return (
    <Group label="The whole run" className={styles.minimap}>
      <Edge label="Earlier" sign="‹" onPress={() => panBack(store, run)} />
      <div ref={strip} className={styles.strip} {...dragging(store, run, strip)}>
        <MinimapPicture run={run} store={store} counts={counts} scale={{ axis, window: wholeAxis(axis) }} />
        <div ref={pane} className={styles.pane} />
        <input
          ref={start}
          type="range"
          className={styles.edge}
          min={0}
          max={SCALE}
          step="any"
          aria-label="Start of the window"
          onInput={(event) => moveEdge('start', event.currentTarget)}
        />
        <input
          ref={end}
          type="range"
          className={styles.edge}
          data-end=""
          min={0}
          max={SCALE}
          step="any"
          aria-label="End of the window"
          onInput={(event) => moveEdge('end', event.currentTarget)}
        />
      </div>
      <Edge label="Later" sign="›" onPress={() => panForward(store, run)} />
      <button
        type="button"
        className={styles.step}
        title="Show the whole run"
        onClick={() => lookAtAll(store)}
        disabled={whole}
      >
        Fit
      </button>
    </Group>
  );
}

function Edge({
  label,
  sign,
  onPress,
}: {
  readonly label: string;
  readonly sign: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className={styles.step} aria-label={label} title={label} onClick={onPress}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** A press puts the middle of the window under the pointer, and dragging keeps it there. */
function dragging(store: ViewStore, run: Run, strip: React.RefObject<HTMLElement | null>) {
  const centre = (event: PointerEvent<HTMLElement>) => {
    const axis = axisShown(run, store.view);
    const window = windowShown(store, run);
    const { left = 0, width = 1 } = strip.current?.getBoundingClientRect() ?? {};
    const middle = ((event.clientX - left) / Math.max(width, 1)) * axis.length;
    const half = lengthOf(window) / 2;
    if (!isWhole(axis, window)) look(store, run, { start: middle - half, end: middle + half });
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.target instanceof HTMLInputElement || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      centre(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) centre(event);
    },
  };
}
