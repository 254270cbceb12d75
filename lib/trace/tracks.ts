/** Recording a life as tiles, and reading it back. */
import { lastAtOrBefore } from './search';
import type { State, StateTrack } from './timeline';
import { timeAtPosition } from './times';

/** Collects the changes of one owner's state in order of moment. */
export class TrackRecorder {
  readonly #start: number[] = [];
  readonly #state: State[] = [];
  readonly #event: number[] = [];

  get state(): State | null {
    return this.#state.at(-1) ?? null;
  }

  /** From `moment` on (a position) the state is `state`, because of `event`. A second change there replaces the first. */
  change(moment: number, state: State, event: number = Math.floor(moment)): void {
    if (this.#state.at(-1) === state) return;
    if (this.#start.at(-1) === moment) {
      this.#state[this.#state.length - 1] = state;
      this.#event[this.#event.length - 1] = event;
      return;
    }
    this.#start.push(moment);
    this.#state.push(state);
    this.#event.push(event);
  }

  /** The track, which ends at `end` unless its last tile says 'ended', which then closes it. */
  finish(end: number): StateTrack {
    const ended = this.#state.at(-1) === 'ended';
    const last = ended ? (this.#start.pop() ?? end) : end;
    if (ended) {
      this.#state.pop();
      this.#event.pop();
    }
    return {
      start: Float64Array.from(this.#start),
      state: this.#state,
      event: Uint32Array.from(this.#event),
      end: last,
    };
  }
}

/** The tile that covers a moment, or -1 before the life began and after it ended. */
export function tileAt(track: StateTrack, moment: number): number {
  return moment >= track.end ? -1 : lastAtOrBefore(track.start, moment);
}

/** The moment at which a tile gives way to the next one. */
export function tileEnd(track: StateTrack, tile: number): number {
  return track.start[tile + 1] ?? track.end;
}

/** Microseconds of a track spent in one state, within the given stretch. */
export function timeIn(
  track: StateTrack,
  state: State,
  times: Float64Array,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): number {
  let total = 0;
  for (let tile = 0; tile < track.start.length; tile += 1) {
    if (track.state[tile] !== state) continue;
    const begin = Math.max(track.start[tile] ?? 0, from);
    const end = Math.min(tileEnd(track, tile), to);
    if (end > begin) total += timeAtPosition(times, end) - timeAtPosition(times, begin);
  }
  return total;
}
