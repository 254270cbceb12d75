/** What two runs compared say in words: what changed, and which run is which. */
import { InlineCode } from '@/components/ui/inline-code';
import type { Comparison } from '@/lib/trace/compare';
import { comparisonSentences } from '@/lib/trace/comparison-sentences';
import styles from './compared.module.css';

/** What changed, the largest difference first. */
export function ComparisonWords({ comparison }: { readonly comparison: Comparison }) {
  const [first, ...others] = comparisonSentences(comparison);
  return (
    <div className={styles.words}>
      <p className={styles.headline}>{first}</p>
      {others.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** The name of one of the runs, and what is special about it. */
export function RunName({ name, title }: { readonly name: string; readonly title: string | undefined }) {
  return (
    <p className={styles.name}>
      {title === undefined ? name : `${name}: `}
      {title !== undefined && (
        <span className={styles.runTitle}>
          <InlineCode text={title} />
        </span>
      )}
    </p>
  );
}
