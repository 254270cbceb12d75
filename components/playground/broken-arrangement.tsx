/** What stands in place of the panels when the kept arrangement cannot be read: older, newer, or damaged. */
import styles from './playground.module.css';

export function BrokenArrangement({
  problem,
  onReset,
}: {
  readonly problem: string;
  readonly onReset: () => void;
}) {
  return (
    <div className={styles.panel} role="alert">
      <p>This stack cannot be shown. {problem}</p>
      <p>
        Your code below is untouched. You can begin again, and come back to it with “Back to what was here”.
      </p>
      <button type="button" className={styles.action} onClick={onReset}>
        Begin again
      </button>
    </div>
  );
}
