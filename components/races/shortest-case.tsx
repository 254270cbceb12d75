/** What is left of a stack that races: where its outcome differs, and both of its runs. */
import type { ReactNode } from 'react';
import { sizeWords } from '@/lib/races/race-words';
import type { RacyCase } from '@/lib/races/races';
import { differenceWords } from '@/lib/races/run-outcome';
import styles from './races.module.css';
import { TwoOrders } from './two-orders';

/** More differences than this are in the comparison. */
const LISTED = 8;

type Properties = {
  readonly racy: RacyCase;
  /** The way to the playground. */
  readonly children: ReactNode;
};

export function ShortestCase({ racy: { size, order, differences, usual, other }, children }: Properties) {
  return (
    <>
      <p>The shortest case found that still differs has {sizeWords(size)}. In it:</p>
      <ul className={styles.differences}>
        {differences.slice(0, LISTED).map((difference) => (
          <li key={difference.what}>{differenceWords(difference, order)}</li>
        ))}
      </ul>
      {differences.length > LISTED && <p>and {differences.length - LISTED} more.</p>}
      {children}
      <TwoOrders usual={usual} other={other} order={order} />
    </>
  );
}
