/** What a search came to: seen, and read out. */
import { verdictWords } from '@/lib/races/race-words';
import styles from './races.module.css';
import type { RaceSearchState } from './use-race-search';

export function SearchVerdict({ state }: { readonly state: RaceSearchState }) {
  const { kind } = state;
  return (
    <p
      role="status"
      className={styles.verdict}
      data-refused={kind === 'failed' ? '' : undefined}
      data-found={kind === 'over' && state.verdict.kind === 'differs' ? '' : undefined}
      data-same={
        kind === 'over' && state.verdict.kind === 'same' && state.verdict.ended === 'all' ? '' : undefined
      }
    >
      {kind === 'over' && verdictWords(state.verdict)}
      {kind === 'failed' && state.reason}
    </p>
  );
}
