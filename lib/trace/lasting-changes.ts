/** The moments at which something that is looked at changes, and stays changed for any time at all. */
import type { Timeline } from './timeline';
import { timeAtPosition } from './times';

export type Change<Standing> = { readonly position: number; readonly standing: Standing };

/**
 * What stands from which position on, ascending. What is over in the same microsecond is left out: somebody
 * who is ready and is taken up at once is not seen to wait.
 */
export function lastingChanges<Standing>(
  timeline: Timeline,
  standingAt: (position: number) => Standing,
  alike: (one: Standing, other: Standing) => boolean,
): readonly Change<Standing>[] {
  const timeOf = (position: number) => timeAtPosition(timeline.times, position);
  const positions = [...timeline.trace.events.keys(), ...timeline.dues].sort((one, other) => one - other);
  const found: Change<Standing>[] = [];
  for (const position of positions) {
    const standing = standingAt(position);
    const last = found.at(-1);
    if (last && alike(last.standing, standing)) continue;
    if (last && timeOf(last.position) === timeOf(position)) found.pop();
    const before = found.at(-1);
    if (!before || !alike(before.standing, standing)) found.push({ position, standing });
  }
  return found;
}

/** Index of the change that says most by itself: it lasts, and what stands then is worth looking at. */
export function tellingChange<Shown extends { readonly position: number }>(
  timeline: Timeline,
  changes: readonly Shown[],
  worth: (change: Shown) => number,
): number {
  const timeOf = (index: number) => timeAtPosition(timeline.times, changes[index]?.position ?? timeline.end);
  const weights = changes.map((change, index) => worth(change) * (timeOf(index + 1) - timeOf(index)));
  return Math.max(weights.indexOf(Math.max(...weights)), 0);
}
