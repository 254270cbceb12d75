/** How far a search has come. */
import type { RaceProgress } from '@/lib/races/races';
import styles from './races.module.css';

type Properties = {
  /** Null before the first order was tried. */
  readonly progress: RaceProgress | null;
  readonly orders: number;
};

export function SearchProgress({ progress, orders }: Properties) {
  const tried = progress?.kind === 'trying' ? progress.order : progress === null ? 0 : orders;
  const words =
    progress?.kind === 'shrinking'
      ? `The outcome differs. Looking for a shorter case: ${progress.runs} runs`
      : progress === null
        ? 'Getting Python ready, and running the usual order'
        : `${tried} of ${orders} orders tried`;
  return (
    <p className={styles.progress}>
      <progress aria-label="Orders tried" value={tried} max={orders} />
      <span>{words}</span>
    </p>
  );
}
