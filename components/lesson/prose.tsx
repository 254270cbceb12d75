import type { ReactNode } from 'react';
import styles from './prose.module.css';

/** A column of running text, in which whatever carries `data-wide` breaks out to the page's width. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return (
    <div data-prose className={styles.prose}>
      {children}
    </div>
  );
}
