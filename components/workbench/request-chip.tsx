/** A request's letter in its colour, as on the timeline and in the gutter. */
import styles from './workbench.module.css';

export function RequestChip({ request }: { readonly request: string }) {
  const hue = /^[A-H]$/.test(request) ? `var(--request-${request.toLowerCase()})` : 'var(--ink-soft)';
  return (
    <span className={styles.chip} style={{ borderColor: hue }}>
      <span className="sr-only">request </span>
      {request}
    </span>
  );
}
