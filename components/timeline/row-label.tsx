/** The name of a row, and for a request the button that folds its layers. */
import type { CSSProperties } from 'react';
import styles from './figure.module.css';
import type { Row } from './figure-model';
import { FoldIcon } from './icons';
import { hue } from './placing';

export function RowLabel({
  row,
  firstThread,
  onFold,
}: {
  readonly row: Row;
  readonly firstThread: boolean;
  readonly onFold: ((group: number) => void) | undefined;
}) {
  const custom = { '--hue': hue(row.group), '--depth': row.depth } as CSSProperties;
  return (
    <div
      className={styles.label}
      style={custom}
      data-kind={row.kind}
      data-first-thread={firstThread || undefined}
    >
      {row.open !== null && onFold && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={row.open}
          aria-label={`Layers of ${row.label.replace('Request', 'request')}`}
          onClick={() => onFold(row.group)}
        >
          <FoldIcon />
        </button>
      )}
      {row.kind === 'request' && <span className={styles.swatch} />}
      <span className={styles.name} title={row.label}>
        {row.label}
      </span>
      {row.detail && <span className={styles.detail}>{row.detail}</span>}
    </div>
  );
}
