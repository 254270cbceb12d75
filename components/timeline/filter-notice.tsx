'use client';
import { useMemo } from 'react';
import { groupsPassing, NO_FILTER } from '@/lib/trace/run-filter';
import type { Run } from './run';
import { ToolButton } from './tool-button';
import styles from './tools.module.css';
import { useView, type ViewStore } from './view-store';

/** What a filter hides, and the way out. Stands wherever the figure does, tools or not. */
export function FilterNotice({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const filter = useView(store, (view) => view.filter);
  const passing = useMemo(() => groupsPassing(run.timeline, filter).length, [run, filter]);
  const all = run.timeline.groups.length;
  const number = (count: number) => count.toLocaleString('en');
  return (
    <div className={styles.notice}>
      <p role="status">
        {passing === 0
          ? `None of the ${number(all)} requests is like that.`
          : `${number(passing)} of ${number(all)} requests shown, ${number(all - passing)} hidden by the filter.`}{' '}
        The loop’s lane, the holds and all totals still count every one.
      </p>
      <ToolButton onPress={() => store.change({ filter: NO_FILTER })}>Show all</ToolButton>
    </div>
  );
}
