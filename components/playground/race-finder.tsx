'use client';
/** Runs the stack in many orders of what happens at the same instant, and shows the order that changes the outcome. */
import { useId, useState } from 'react';
import { SearchProgress } from '@/components/races/search-progress';
import { SearchVerdict } from '@/components/races/search-verdict';
import { ShortestCase } from '@/components/races/shortest-case';
import { useRaceSearch } from '@/components/races/use-race-search';
import type { Files } from '@/lib/playground/arrangement';
import { inOrder } from '@/lib/races/races';
import styles from './playground.module.css';

const ORDERS = { least: 1, usual: 50, most: 500 } as const;

type Properties = {
  readonly files: Files;
  /** The order in which the stack runs now; 0 is the usual one. */
  readonly order: number;
  /** Puts other files into the playground. */
  readonly onTake: (files: Files) => void;
};

export function RaceFinder({ files, order, onTake }: Properties) {
  const { state, look, cancel } = useRaceSearch();
  const [orders, setOrders] = useState<number>(ORDERS.usual);
  const title = useId();
  const isSearching = state.kind === 'searching';
  const found = state.kind === 'over' && state.verdict.kind === 'differs' ? state.verdict : null;
  return (
    <section aria-labelledby={title} className={`${styles.panel} needs-script`}>
      <h2 id={title} className={styles.panelTitle}>
        Races
      </h2>
      <p className={styles.said}>
        Runs this stack again and again, each time with another order of what happens at the same instant:
        requests that arrive together, timers due together, threads ready together. It compares statuses,
        bodies, headers, errors and printed lines; measured times do not count. It moves nothing in time, so a
        race between moments that only lie close together stays hidden: finding none proves nothing. Nor is
        every difference a mistake: of two that want the last seat, one gets it.
      </p>
      <div className={styles.server}>
        <label>
          Orders{' '}
          <input
            type="number"
            className={styles.number}
            min={ORDERS.least}
            max={ORDERS.most}
            value={orders}
            onChange={({ currentTarget }) => setOrders(within(currentTarget.valueAsNumber))}
          />
        </label>
        {isSearching ? (
          <button type="button" className={styles.action} onClick={cancel}>
            Cancel the search
          </button>
        ) : (
          <button type="button" className={styles.action} onClick={() => void look(files, orders)}>
            Look for races
          </button>
        )}
      </div>
      {isSearching && <SearchProgress progress={state.progress} orders={orders} />}
      <SearchVerdict state={state} />
      {found !== null && (
        <ShortestCase key={found.shortest.files['arrangement.json']} racy={found.shortest}>
          <button type="button" className={styles.action} onClick={() => onTake(found.shortest.files)}>
            Take the shortest case into the playground
          </button>
        </ShortestCase>
      )}
      {order !== 0 && (
        <p className={styles.server}>
          Run takes order {order} of what happens at the same instant.
          <button type="button" className={styles.action} onClick={() => onTake(inOrder(files, 0))}>
            Back to the usual order
          </button>
        </p>
      )}
    </section>
  );
}

const within = (orders: number): number =>
  Math.max(ORDERS.least, Math.min(ORDERS.most, Math.round(orders || ORDERS.least)));
