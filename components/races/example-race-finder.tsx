'use client';
/** The search for a race in one example of a lesson: what it does, how far it is, what it came to. */
import { useId } from 'react';
import { InlineCode } from '@/components/ui/inline-code';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { list } from '@/lib/trace/duration';
import { PlaygroundLink } from './playground-link';
import styles from './races.module.css';
import { SearchProgress } from './search-progress';
import { SearchVerdict } from './search-verdict';
import { ShortestCase } from './shortest-case';
import { useRaceSearch } from './use-race-search';

/** Every race that the course shows is found in the first few. */
const ORDERS = 20;

export type ExampleRaceFinderProps = {
  readonly title: string;
  /** The example with these requests at one instant. */
  readonly scenario: ScenarioInput;
  readonly together: readonly string[];
};

export function ExampleRaceFinder({ title, scenario, together }: ExampleRaceFinderProps) {
  const { state, look, cancel } = useRaceSearch();
  const heading = useId();
  const example = useId();
  const found = state.kind === 'over' && state.verdict.kind === 'differs' ? state.verdict.shortest : null;

  async function search() {
    const { filesOf } = await import('@/lib/playground/arrangement');
    await look(filesOf(scenario), ORDERS);
  }

  return (
    <section aria-labelledby={`${heading} ${example}`} className={`${styles.finder} needs-script`}>
      <h3 id={heading} className={styles.title}>
        Search for a race
      </h3>
      <p className={styles.said}>
        Runs “
        <span id={example}>
          <InlineCode text={title} />
        </span>
        ” with {list(together)} at one instant, first in the usual order and then in {ORDERS} others, and
        compares what is answered and printed.
      </p>
      {state.kind === 'searching' ? (
        <>
          <SearchProgress progress={state.progress} orders={ORDERS} />
          <button type="button" className={styles.action} onClick={cancel}>
            Cancel the search
          </button>
        </>
      ) : (
        <button type="button" className={styles.action} onClick={() => void search()}>
          Search {ORDERS} orders
        </button>
      )}
      <SearchVerdict state={state} />
      {found !== null && (
        <ShortestCase key={found.files['arrangement.json']} racy={found}>
          <PlaygroundLink files={found.files}>Open the shortest case in the playground</PlaygroundLink>
        </ShortestCase>
      )}
    </section>
  );
}
