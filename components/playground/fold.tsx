'use client';
/** A part of the stack that few need at first: its code is fetched when it is unfolded. */
import type { ReactNode } from 'react';
import { onDemand } from '@/components/ui/on-demand';
import styles from './playground.module.css';

type Folds = typeof import('./folds');

const folds = onDemand(() => import('./folds'));

export function Fold({
  title,
  children,
}: {
  readonly title: string;
  readonly children: (folds: Folds) => ReactNode;
}) {
  const { module, failed } = folds.useFetched();
  return (
    <details
      className={styles.more}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void folds.fetch();
      }}
    >
      <summary>{title}</summary>
      {module !== null && children(module)}
      {failed && <p className={styles.said}>It could not be fetched. Are you online?</p>}
    </details>
  );
}
