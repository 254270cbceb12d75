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
  readonly onFold: ((row: string) => void) | undefined;
}) {
  const custom = {
    '--hue': hue(row.group),
    '--depth': row.depth,
    ...(row.height === 1 ? {} : { height: `calc(var(--pitch) * ${row.height})` }),
  } as CSSProperties;
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
          aria-label={foldName(row)}
          onClick={() => onFold(row.key)}
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

function foldName({ kind, key, label }: Row): string {
  if (kind === 'summary') return key === 'threads' ? 'Each thread' : `Each of the requests ${label}`;
  return `Layers of ${label.replace('Request', 'request')}`;
}
