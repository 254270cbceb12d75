'use client';
/** What moves both runs at once: the axis, the window and the playhead. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type Pair, SIDES } from '@/lib/trace/compare';
import { spokenPosition } from '@/lib/trace/spoken';
import styles from './comparison.module.css';
import { fractionOf, pressKey, scrub, togglePlaying } from './controls';
import { HandOverBackIcon, HandOverIcon, PauseIcon, PlayIcon, StepBackIcon, StepIcon } from './icons';
import live from './live.module.css';
import { lookAtAll, showAxis, ZOOM_STEP, zoom } from './looking';
import { axisShown } from './run';
import { ToolButton } from './tool-button';
import { Press } from './transport';
import type { TwoRuns } from './two-runs';
import { useView } from './view-store';

export function ComparisonControls({ two }: { readonly two: TwoRuns }) {
  const { store, run } = two.lead;
  const axis = useView(store, (view) => view.axis);
  return (
    <div className={styles.controls}>
      <fieldset className={styles.choice}>
        <legend className="sr-only">Axis of both runs</legend>
        <ToolButton pressed={axis === 'time'} onPress={() => showAxis(store, run, { axis: 'time' })}>
          Time
        </ToolButton>
        <ToolButton pressed={axis === 'steps'} onPress={() => showAxis(store, run, { axis: 'steps' })}>
          Steps
        </ToolButton>
      </fieldset>
      <fieldset className={styles.choice}>
        <legend className="sr-only">Zoom of both runs</legend>
        <ToolButton label="Zoom out" onPress={() => zoom(store, run, 1 / ZOOM_STEP)}>
          −
        </ToolButton>
        <ToolButton onPress={() => lookAtAll(store)}>Fit</ToolButton>
        <ToolButton label="Zoom in" onPress={() => zoom(store, run, ZOOM_STEP)}>
          +
        </ToolButton>
      </fieldset>
      <p className={styles.hint}>
        {axis === 'time' ? 'One clock for both, to scale.' : 'The same step of both stands at one place.'}
      </p>
    </div>
  );
}

/** The range input counts in thousandths of the axis. */
const SCALE = 1000;

export function ComparisonTransport({ two, names }: { readonly two: TwoRuns; readonly names: Pair<string> }) {
  const { store, run } = two.lead;
  const playing = useView(store, (view) => view.playing);
  return (
    <div className={styles.transport}>
      <div className={styles.presses}>
        <Press label="Previous hand-over of either loop" onPress={() => two.step('back', 'handOvers')}>
          <HandOverBackIcon />
        </Press>
        <Press label="Step back in both" onPress={() => two.step('back')}>
          <StepBackIcon />
        </Press>
        <Press label={playing ? 'Pause both' : 'Play both'} main onPress={() => togglePlaying(store, run)}>
          {playing ? <PauseIcon /> : <PlayIcon />}
        </Press>
        <Press label="Step forward in both" onPress={() => two.step('forward')}>
          <StepIcon />
        </Press>
        <Press label="Next hand-over of either loop" onPress={() => two.step('forward', 'handOvers')}>
          <HandOverIcon />
        </Press>
      </div>
      <Scrubber two={two} names={names} />
    </div>
  );
}

const STEPS: Readonly<Record<string, (two: TwoRuns) => void>> = {
  ArrowRight: (two) => two.step('forward'),
  ArrowUp: (two) => two.step('forward'),
  ArrowLeft: (two) => two.step('back'),
  ArrowDown: (two) => two.step('back'),
  PageDown: (two) => two.step('forward', 'handOvers'),
  PageUp: (two) => two.step('back', 'handOvers'),
};

/** A real slider, which speaks for both runs. Its values are set in place: no frame of playing renders. */
function Scrubber({ two, names }: { readonly two: TwoRuns; readonly names: Pair<string> }) {
  const input = useRef<HTMLInputElement>(null);
  const { store, run } = two.lead;
  const axis = useView(store, (view) => axisShown(run, view));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another axis puts the thumb elsewhere.
  useEffect(() => {
    const follow = () => {
      if (input.current) input.current.value = String(fractionOf(store, run) * SCALE);
    };
    const speak = () => {
      const words = SIDES.map((side) => {
        const { timeline } = two.sides[side].run;
        const position = Math.min(two.sides[side].store.position, timeline.end);
        return `${names[side]}: ${spokenPosition(timeline, position)}`;
      });
      input.current?.setAttribute('aria-valuetext', words.join('. '));
    };
    follow();
    speak();
    const stops = [
      store.subscribePosition(follow),
      ...SIDES.map((side) => two.sides[side].store.subscribeReading(speak)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [two, names, store, run, axis]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) step(two);
    else if (!pressKey(store, run, event.key)) return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      type="range"
      min={0}
      max={SCALE}
      step="any"
      defaultValue={0}
      aria-label="Playhead of both runs"
      className={live.scrub}
      onInput={(event) => scrub(store, run, Number(event.currentTarget.value) / SCALE)}
      onKeyDown={onKeyDown}
    />
  );
}
