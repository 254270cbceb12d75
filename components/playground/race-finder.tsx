'use client';
/** Runs the stack in many orders of what happens at the same instant, and shows the order that changes the outcome. */
import { useId, useState } from 'react';
import { CompareRuns } from '@/components/workbench/compare-runs';
import type { Files } from '@/lib/playground/arrangement';
import { inOrder, type RaceProgress, type RacyCase, sizeWords, verdictWords } from '@/lib/playground/races';
import { differenceWords } from '@/lib/playground/run-outcome';
import styles from './playground.module.css';
import { useRaceSearch } from './use-race-search';

const ORDERS = { least: 1, usual: 50, most: 500 } as const;
/** More differences than this are in the comparison. */
const LISTED = 8;

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
        race between moments that only lie close together stays hidden: finding none proves nothing.
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
      {isSearching && <Progress progress={state.progress} orders={orders} />}
      <p role="status" className={styles.said} data-refused={state.kind === 'failed' ? '' : undefined}>
        {state.kind === 'over' && verdictWords(state.verdict)}
        {state.kind === 'failed' && state.reason}
      </p>
      {found !== null && (
        <ShortestCase key={found.shortest.files['arrangement.json']} racy={found.shortest} onTake={onTake} />
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

function Progress({ progress, orders }: { readonly progress: RaceProgress | null; readonly orders: number }) {
  const tried = progress?.kind === 'trying' ? progress.order : progress === null ? 0 : orders;
  const words =
    progress?.kind === 'shrinking'
      ? `The outcome differs. Looking for a shorter case: ${progress.runs} runs`
      : `${tried} of ${orders} orders tried`;
  return (
    <p className={styles.server}>
      <progress aria-label="Orders tried" value={tried} max={orders} />
      <span>{words}</span>
    </p>
  );
}

function ShortestCase({
  racy,
  onTake,
}: {
  readonly racy: RacyCase;
  readonly onTake: (files: Files) => void;
}) {
  const { files, order, differences, usual, other } = racy;
  return (
    <>
      <p>The shortest case that still differs has {sizeWords(files)}. In it:</p>
      <ul className={styles.differences}>
        {differences.slice(0, LISTED).map((difference) => (
          <li key={difference.what}>{differenceWords(difference, order)}</li>
        ))}
      </ul>
      {differences.length > LISTED && <p>and {differences.length - LISTED} more.</p>}
      <button type="button" className={styles.action} onClick={() => onTake(files)}>
        Take the shortest case into the playground
      </button>
      <CompareRuns
        offer="Show both orders, one above the other"
        before={usual}
        after={other}
        names={{ before: 'The usual order', after: `Order ${order}` }}
      />
    </>
  );
}
