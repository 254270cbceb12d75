/** What the sliders of one run and of two share: a thumb that follows the playhead, and words for it. */
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import type { Stroke } from '@/lib/shortcuts/pressed';
import { fractionOf, pressKey, scrub } from './controls';
import { axisShown, type Run } from './run';
import { useView, type ViewStore } from './view-store';

/** A range input counts in thousandths of the axis. */
const SCALE = 1000;
/** While it plays, the thumb moves when there is a pixel to move, not in every frame. */
const LEAST = 1;

/**
 * What a range input needs to be the playhead's slider. It follows without a render: value and spoken value are
 * set in place. `speakers` are the stores whose words it speaks; `ownKey` may do what a key stroke asks for, and says so.
 */
export function usePlayheadSlider(
  input: RefObject<HTMLInputElement | null>,
  { store, run }: { readonly store: ViewStore; readonly run: Run },
  speakers: readonly ViewStore[],
  speak: () => string,
  ownKey: (stroke: Stroke) => boolean = () => false,
) {
  const axis = useView(store, (view) => axisShown(run, view));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another axis puts the thumb elsewhere.
  useEffect(() => {
    let shown = Number.NEGATIVE_INFINITY;
    const follow = () => {
      const value = fractionOf(store, run) * SCALE;
      if (input.current === null || (store.view.playing && Math.abs(value - shown) < LEAST)) return;
      input.current.value = String(value);
      shown = value;
    };
    const say = () => input.current?.setAttribute('aria-valuetext', speak());
    follow();
    say();
    const stops = [store.subscribePosition(follow), ...speakers.map((own) => own.subscribeReading(say))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [input, store, run, speakers, speak, axis]);

  return {
    type: 'range',
    min: 0,
    max: SCALE,
    step: 'any',
    defaultValue: 0,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      scrub(store, run, Number(currentTarget.value) / SCALE),
    onKeyDown: (event: KeyboardEvent) => {
      if (ownKey(event) || pressKey(store, run, event)) event.preventDefault();
    },
  } as const;
}
