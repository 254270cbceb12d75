'use client';
/** A figure that the server drew, until the reader asks to play it: what that needs is fetched then. */
import { type ReactNode, useState } from 'react';

type State<Fetched> =
  | { readonly kind: 'still' | 'loading' | 'failed' }
  | { readonly kind: 'live'; readonly fetched: Fetched };

export function PlayedFigure<Fetched>({
  offer,
  fetching,
  failed,
  fetch,
  prepare,
  live,
  children,
}: {
  /** What the button says. */
  readonly offer: string;
  readonly fetching: string;
  readonly failed: string;
  readonly fetch: () => Promise<Fetched>;
  /** The pointer is on the button: code may be fetched ahead. */
  readonly prepare: () => void;
  readonly live: (fetched: Fetched) => ReactNode;
  /** The figure, drawn on the server. */
  readonly children: ReactNode;
}) {
  const [state, setState] = useState<State<Fetched>>({ kind: 'still' });

  const play = async () => {
    setState({ kind: 'loading' });
    try {
      setState({ kind: 'live', fetched: await fetch() });
    } catch {
      setState({ kind: 'failed' });
    }
  };

  if (state.kind === 'live') return live(state.fetched);
  return (
    <div>
      {children}
      <div className="needs-script print:hidden mt-3 flex min-h-11 items-center gap-4">
        <button
          type="button"
          onClick={play}
          onPointerEnter={prepare}
          disabled={state.kind === 'loading'}
          className="inline-flex h-11 items-center gap-2.5 rounded-card border border-accent px-4 font-semibold text-accent hover:bg-accent-wash"
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="currentColor">
            <path d="M3 1.5v13l11-6.5z" />
          </svg>
          {offer}
        </button>
        <p role="status" className="text-sm text-ink-soft">
          {state.kind === 'loading' && fetching}
          {state.kind === 'failed' && failed}
        </p>
      </div>
    </div>
  );
}
