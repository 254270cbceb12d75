/** A run as the kitchen shows it: its scenes, and what each of them says. */

import { derive } from '@/lib/trace/derive';
import { formatDuration } from '@/lib/trace/duration';
import { type Order, ordersInside, type Scene, scenesOf } from '@/lib/trace/kitchen';
import { sceneWords } from '@/lib/trace/kitchen-words';
import { tellingChange } from '@/lib/trace/lasting-changes';
import { once } from '@/lib/trace/once';
import type { Trace } from '@/lib/trace/schema';
import type { Timeline } from '@/lib/trace/timeline';
import { positionOfTime, timeAtPosition } from '@/lib/trace/times';
import type { StepRow } from './figure-frame';

export type KitchenRun = {
  readonly timeline: Timeline;
  readonly scenes: readonly Scene[];
  /** One for each scene: what it says. */
  readonly steps: readonly StepRow[];
  /** Index of the scene to show before anybody has pressed anything. */
  readonly telling: number;
  /** 'All 3 orders are served after 180 ms.' */
  readonly result: string;
};

export const kitchenOf = once((trace: Trace): KitchenRun => {
  const timeline = derive(trace);
  const scenes = scenesOf(timeline);
  return {
    timeline,
    scenes,
    steps: scenes.map((scene, index) => {
      const { kitchen, run } = sceneWords(scene, scenes[index - 1] ?? null);
      const time = timeAtPosition(timeline.times, scene.position);
      return { position: scene.position, time, said: kitchen, meaning: run };
    }),
    telling: tellingChange(timeline, scenes, ordersInside),
    result: resultOf(trace),
  };
});

function resultOf({ requests }: Trace): string {
  const ends = requests.map(({ responseEnd }) => responseEnd ?? Number.NaN);
  const last = formatDuration(Math.round(Math.max(...ends) / 1000) * 1000);
  return ends.some(Number.isNaN)
    ? 'Not every order is served in this run.'
    : `All ${requests.length} orders are served after ${last}.`;
}

/** When an order was answered, in microseconds from the run's beginning. */
export const servedAt = ({ group }: Order): number | null => group.request?.responseEnd ?? null;

/** How much of its stay an order has behind it at a position, from 0 to 1. */
export function progressOf({ times }: Timeline, { from, to }: Order, position: number): number {
  const begin = timeAtPosition(times, from);
  const end = timeAtPosition(times, to);
  if (end <= begin) return 0;
  return Math.min(Math.max((timeAtPosition(times, position) - begin) / (end - begin), 0), 1);
}

/** Half of the time that a scene lasts is over: a position at which the rings say something. */
export function middleOf({ timeline, scenes }: KitchenRun, scene: Scene): number {
  const until = scenes[scenes.indexOf(scene) + 1]?.position ?? timeline.end;
  const begin = timeAtPosition(timeline.times, scene.position);
  return positionOfTime(timeline.times, (begin + timeAtPosition(timeline.times, until)) / 2);
}
