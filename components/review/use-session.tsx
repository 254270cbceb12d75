'use client';
/** Begins a session: fetches its code and its items, and says how that stands. */
import { type ReactNode, useState } from 'react';
import type { UnitOutline } from '@/lib/course/outline';
import { openRecord } from '@/lib/progress/open-record';
import type { Item } from '@/lib/review/due';

type State =
  | { readonly kind: 'none' | 'loading' | 'failed' }
  | { readonly kind: 'running'; readonly session: ReactNode };

export function useSession(units: readonly UnitOutline[]): {
  readonly begin: (items: readonly Item[]) => Promise<void>;
  /** The session itself; null while there is none. */
  readonly session: ReactNode;
  /** For the reader, while it is fetched or could not be. */
  readonly notice: string;
} {
  const [state, setState] = useState<State>({ kind: 'none' });

  async function begin(items: readonly Item[]) {
    setState({ kind: 'loading' });
    try {
      const [{ Session }, { fetchItems }, record] = await Promise.all([
        import('./session'),
        import('./decks'),
        openRecord(),
      ]);
      const [shown, contents] = await Promise.all([fetchItems(items), record.readContents()]);
      const onEnd = () => setState({ kind: 'none' });
      setState({
        kind: 'running',
        session: <Session items={shown} units={units} contents={contents} onEnd={onEnd} />,
      });
    } catch {
      setState({ kind: 'failed' });
    }
  }

  return {
    begin,
    session: state.kind === 'running' ? state.session : null,
    notice:
      state.kind === 'loading'
        ? 'Fetching the cards and questions…'
        : state.kind === 'failed'
          ? 'They could not be fetched. Are you online? Try again.'
          : '',
  };
}
