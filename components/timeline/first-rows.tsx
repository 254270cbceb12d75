'use client';
import { type ReactNode, useState } from 'react';
import sheet from './table.module.css';

/** So many rows of a long table are shown at first. */
const MOST_ROWS = 40;

/** The first rows of a long list, and the button that brings the others. */
export function useFirstRows<Row>(rows: readonly Row[]): {
  readonly shown: readonly Row[];
  readonly more: ReactNode;
} {
  const [all, setAll] = useState(false);
  const left = rows.length - MOST_ROWS;
  if (all || left <= 0) return { shown: rows, more: null };
  return {
    shown: rows.slice(0, MOST_ROWS),
    more: (
      <button type="button" className={sheet.more} onClick={() => setAll(true)}>
        Show {left.toLocaleString('en')} more
      </button>
    ),
  };
}
