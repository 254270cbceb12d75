'use client';
/** A frame around the selected mark. One element, whatever draws the marks under it. */
import type { CSSProperties } from 'react';
import { fractionIn, type Scale } from '@/lib/trace/axis-window';
import type { FigureMarks } from './figure-model';
import styles from './live.module.css';
import { percent } from './placing';
import { selectedIn } from './selecting';
import { useView, type ViewStore } from './view-store';

export function SelectionFrame({
  store,
  figure,
  scale,
}: {
  readonly store: ViewStore;
  readonly figure: FigureMarks;
  readonly scale: Scale;
}) {
  useView(store, (view) => view.selection);
  const selected = selectedIn(figure, store);
  if (selected === null) return null;
  const { row, mark } = selected;
  const [left, right] = [fractionIn(scale, mark.from), fractionIn(scale, mark.to)];
  if (right < 0 || left > 1) return null;
  const style = {
    '--top': row.top,
    '--rows': row.height,
    left: percent(left),
    width: percent(right - left),
  } as CSSProperties;
  return <div className={styles.selected} style={style} />;
}
