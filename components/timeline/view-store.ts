/**
 * How one run is being looked at: playhead, axis, zoom, what is folded. It lives outside React, because the
 * playhead moves on every frame and nothing but one element may follow it that often.
 */
import { useSyncExternalStore } from 'react';
import type { AxisKind } from '@/lib/trace/axis';

export type View = {
  readonly playing: boolean;
  /** 1 is the author's pace. */
  readonly speed: number;
  readonly axis: AxisKind;
  /** Width of the plot in widths of its window. */
  readonly zoom: number;
  /** Whether steps and the story leave out the plumbing. */
  readonly plumbing: boolean;
  readonly tab: 'figure' | 'story';
  /** Indexes of the groups whose layers are folded away. */
  readonly folded: ReadonlySet<number>;
  /** False until the playhead is first moved: only then is there a now. */
  readonly touched: boolean;
};

const FIRST_VIEW: View = {
  playing: false,
  speed: 1,
  axis: 'steps',
  zoom: 1,
  plumbing: false,
  tab: 'figure',
  folded: new Set(),
  touched: false,
};

type Listener = () => void;

export class ViewStore {
  #view = FIRST_VIEW;
  #position = 0;
  readonly #viewListeners = new Set<Listener>();
  readonly #positionListeners = new Set<Listener>();

  get view(): View {
    return this.#view;
  }

  /** The playhead: a moment with a fraction, see lib/trace/timeline. */
  get position(): number {
    return this.#position;
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

  change(changes: Partial<View>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#viewListeners) listener();
  }

  seek(position: number): void {
    this.#position = position;
    if (!this.#view.touched) this.change({ touched: true });
    for (const listener of this.#positionListeners) listener();
  }

  /** Back to the beginning of another run, with the reader's own settings kept. */
  restart(folded: ReadonlySet<number>): void {
    this.#position = 0;
    this.change({ playing: false, touched: false, folded });
    for (const listener of this.#positionListeners) listener();
  }
}

/** A part of the view. Renders again only when that part changes. */
export function useView<Part>(store: ViewStore, part: (view: View) => Part): Part {
  const read = () => part(store.view);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Something that depends on the playhead. Must be a primitive: renders again only when it changes. */
export function usePosition<Part extends number | string | boolean | null>(
  store: ViewStore,
  part: (position: number) => Part,
): Part {
  const read = () => part(store.position);
  return useSyncExternalStore(store.subscribePosition, read, read);
}
