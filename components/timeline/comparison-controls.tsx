'use client';
/** What moves both runs at once: the axis, the window and the playhead. */
import { useCallback, useMemo, useRef } from 'react';
import { timelineKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import { type Pair, SIDES } from '@/lib/trace/compare';
import { spokenPosition } from '@/lib/trace/spoken';
import styles from './comparison.module.css';
import { togglePlaying } from './controls';
import { HandOverBackIcon, HandOverIcon, PauseIcon, PlayIcon, StepBackIcon, StepIcon } from './icons';
import live from './live.module.css';
import { lookAtAll, showAxis, ZOOM_STEP, zoom } from './looking';
import { usePlayheadSlider } from './slider';
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

/** What the same keys do to both; the others do to the leading run what they do to one. */
const STEPS: Partial<Readonly<Record<keyof typeof timelineKeys, (two: TwoRuns) => void>>> = {
  step: (two) => two.step('forward'),
  stepBack: (two) => two.step('back'),
  handOver: (two) => two.step('forward', 'handOvers'),
  handOverBack: (two) => two.step('back', 'handOvers'),
};

/** A real slider, which speaks for both runs. */
function Scrubber({ two, names }: { readonly two: TwoRuns; readonly names: Pair<string> }) {
  const input = useRef<HTMLInputElement>(null);
  const speakers = useMemo(() => SIDES.map((side) => two.sides[side].store), [two]);
  const speak = useCallback(
    () =>
      SIDES.map((side) => {
        const { run, store } = two.sides[side];
        const position = Math.min(store.position, run.timeline.end);
        return `${names[side]}: ${spokenPosition(run.timeline, position)}`;
      }).join('. '),
    [two, names],
  );
  const slider = usePlayheadSlider(input, two.lead, speakers, speak, (stroke) => {
    const name = pressed(timelineKeys, stroke);
    const step = name === null ? undefined : STEPS[name];
    step?.(two);
    return step !== undefined;
  });
  return <input ref={input} aria-label="Playhead of both runs" className={live.scrub} {...slider} />;
}
