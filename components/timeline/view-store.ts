/**
 * How one run is being looked at: playhead, axis, what is folded, filtered and selected. It lives outside
 * React, because the playhead moves on every frame and nothing but one element may follow it that often.
 */
import { useSyncExternalStore } from 'react';
import type { AxisKind } from '@/lib/trace/axis';
import { NO_FILTER, type RunFilter } from '@/lib/trace/run-filter';
import { Viewport } from './viewport';

export type View = {
  readonly playing: boolean;
  /** 1 is the author's pace. */
  readonly speed: number;
  readonly axis: AxisKind;
  /** Whether steps and the story leave out the plumbing. */
  readonly plumbing: boolean;
  readonly tab: 'figure' | 'story';
  /** Indexes of the groups whose layers are folded away. */
  readonly folded: ReadonlySet<number>;
  /** First groups of the batches whose requests have rows of their own. */
  readonly openBatches: ReadonlySet<number>;
  /** Whether many threads have a row each. */
  readonly threadsOpen: boolean;
  readonly filter: RunFilter;
  /** What is searched for. */
  readonly search: string;
  readonly selection: Selection | null;
  /** Whether the row of further tools is shown. */
  readonly tools: boolean;
  /** False until the playhead is first moved: only then is there a now. */
  readonly touched: boolean;
};

/** A mark: the key of its row, and the moment at which it begins. */
export type Selection = { readonly row: string; readonly from: number };

const FIRST_VIEW: View = {
  playing: false,
  speed: 1,
  axis: 'steps',
  plumbing: false,
  tab: 'figure',
  folded: new Set(),
  openBatches: new Set(),
  threadsOpen: false,
  filter: NO_FILTER,
  search: '',
  selection: null,
  tools: false,
  touched: false,
};

/** How often words follow a gliding playhead, in milliseconds: nobody reads faster. */
const READING_PACE = 120;

type Listener = () => void;

export class ViewStore {
  readonly viewport: Viewport;
  #view = FIRST_VIEW;
  #position = 0;
  #reading = 0;
  #readAt = 0;
  #nextReading: ReturnType<typeof setTimeout> | null = null;
  readonly #viewListeners = new Set<Listener>();
  readonly #positionListeners = new Set<Listener>();
  readonly #readingListeners = new Set<Listener>();

  constructor({ viewport = new Viewport() }: { readonly viewport?: Viewport } = {}) {
    this.viewport = viewport;
  }

  get view(): View {
    return this.#view;
  }

  /** The playhead: a moment with a fraction, see lib/trace/timeline. */
  get position(): number {
    return this.#position;
  }

  /** The playhead as the words about it know it: behind while it glides, and never for long. */
  get reading(): number {
    return this.#reading;
  }

  /** Calls back when anything but the position changes; returns the way to stop. */
  readonly subscribe = (listener: Listener): Listener => {
    this.#viewListeners.add(listener);
    return () => this.#viewListeners.delete(listener);
  };

  /** Calls back whenever the playhead moves: up to once a frame. */
  readonly subscribePosition = (listener: Listener): Listener => {
    this.#positionListeners.add(listener);
    return () => this.#positionListeners.delete(listener);
  };

  /** Calls back when the words about the playhead should follow it: at once after a step, at a reader's pace while it glides. */
  readonly subscribeReading = (listener: Listener): Listener => {
    this.#readingListeners.add(listener);
    return () => this.#readingListeners.delete(listener);
  };

  change(changes: Partial<View>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#viewListeners) listener();
  }

  /** Moves the playhead. `gliding` is for playing and scrubbing, which move it again in the next frame. */
  seek(position: number, gliding = false): void {
    this.#position = position;
    if (!this.#view.touched) this.change({ touched: true });
    for (const listener of this.#positionListeners) listener();
    if (gliding) this.#readSoon();
    else this.#read();
  }

  /** Back to the beginning of another run, with the reader's own settings kept. */
  restart(folded: ReadonlySet<number>): void {
    this.#position = 0;
    this.viewport.look(null);
    this.change({
      playing: false,
      touched: false,
      folded,
      openBatches: new Set(),
      threadsOpen: false,
      filter: NO_FILTER,
      search: '',
      selection: null,
    });
    for (const listener of this.#positionListeners) listener();
    this.#read();
  }

  #readSoon(): void {
    if (this.#nextReading !== null) return;
    const wait = this.#readAt + READING_PACE - performance.now();
    if (wait <= 0) this.#read();
    else this.#nextReading = setTimeout(() => this.#read(), wait);
  }

  #read(): void {
    if (this.#nextReading !== null) clearTimeout(this.#nextReading);
    this.#nextReading = null;
    this.#readAt = performance.now();
    this.#reading = this.#position;
    for (const listener of this.#readingListeners) listener();
  }
}

/** A part of the view. Renders again only when that part changes. */
export function useView<Part>(store: ViewStore, part: (view: View) => Part): Part {
  const read = () => part(store.view);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Words about the playhead. Must be a primitive: renders again only when it changes, never once a frame. */
export function useReading<Part extends number | string | boolean | null>(
  store: ViewStore,
  part: (position: number) => Part,
): Part {
  const read = () => part(store.reading);
  return useSyncExternalStore(store.subscribeReading, read, read);
}
