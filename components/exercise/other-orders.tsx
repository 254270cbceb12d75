/** An answer in other orders of what happens at the same instant: how many were tried, and the one that breaks it. */
import { PlaygroundLink } from '@/components/races/playground-link';
import { SearchProgress } from '@/components/races/search-progress';
import { TwoOrders } from '@/components/races/two-orders';
import styles from './exercise.module.css';
import type { Judged } from './use-judgements';

type Properties = {
  readonly judged: Judged;
  readonly orders: number;
  readonly onCancel: () => void;
};

export function OtherOrders({ judged: { run, tried, breaking }, orders, onCancel }: Properties) {
  if (tried !== null) {
    return (
      <div className={styles.buttons}>
        <SearchProgress progress={{ kind: 'trying', order: tried, of: orders }} orders={orders} />
        <button type="button" className={styles.quiet} onClick={onCancel}>
          Cancel
        </button>
      </div>
    );
  }
  if (breaking === null) return null;
  const { order, scenario, usual, other } = breaking;
  return (
    <div className={styles.solution}>
      <PlaygroundLink key={`link-${run}`} scenario={scenario}>
        {`Open order ${order} in the playground`}
      </PlaygroundLink>
      <TwoOrders key={`orders-${run}`} usual={usual} other={other} order={order} />
    </div>
  );
}
