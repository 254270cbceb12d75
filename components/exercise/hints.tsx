/** Hints, one more at each press, from a nudge to nearly the answer. What was seen stays seen. */
import { InlineCode } from '@/components/ui/inline-code';
import styles from './exercise.module.css';

type Properties = {
  readonly hints: readonly string[];
  readonly seen: number;
  readonly onMore: () => void;
};

export function Hints({ hints, seen, onMore }: Properties) {
  if (hints.length === 0) return null;
  const shown = hints.slice(0, seen);
  return (
    <section aria-label="Hints" className={styles.hints}>
      {shown.length > 0 && (
        <ol className={styles.hintList} aria-live="polite">
          {shown.map((hint) => (
            <li key={hint}>
              <InlineCode text={hint} />
            </li>
          ))}
        </ol>
      )}
      {seen < hints.length && (
        <button type="button" className={styles.quiet} onClick={onMore}>
          {seen === 0 ? 'Show a hint' : 'Show another hint'} ({seen + 1} of {hints.length})
        </button>
      )}
    </section>
  );
}
