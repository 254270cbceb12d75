'use client';
/** What a long run asks for: search, filters, the way to a hold, links and files, all of the screen. */
import { useId, useState } from 'react';
import { formatDuration } from '@/lib/trace/duration';
import { isFiltering } from '@/lib/trace/run-filter';
import { capitalise, requestName } from '@/lib/trace/words';
import { seek } from './controls';
import type { FigureMarks } from './figure-model';
import { Filters } from './filters';
import { FullScreenButton } from './full-screen';
import { HandOn } from './hand-on';
import type { RunOrigin } from './linking';
import { lookBetween } from './looking';
import type { Run } from './run';
import { SearchField } from './search-field';
import { ToolButton } from './tool-button';
import styles from './tools.module.css';
import type { ViewStore } from './view-store';

export function Tools({
  store,
  run,
  figure,
  origin,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly figure: FigureMarks;
  readonly origin: RunOrigin | undefined;
}) {
  const [filters, setFilters] = useState(() => isFiltering(store.view.filter));
  return (
    <div className={styles.panel}>
      <div className={styles.line}>
        <SearchField store={store} run={run} />
        <ToolButton expanded={filters} onPress={() => setFilters(!filters)}>
          Filter
        </ToolButton>
        <HoldMenu store={store} run={run} />
        <div className={`${styles.group} ${styles.end}`}>
          <HandOn store={store} run={run} figure={figure} origin={origin} />
          <FullScreenButton />
        </div>
      </div>
      {filters && <Filters store={store} run={run} />}
    </div>
  );
}

/** Each stretch during which the loop was held, as a place to go and look. */
function HoldMenu({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const id = useId();
  const { holds, groups, times } = run.timeline;
  if (holds.length === 0) return null;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        Go to a hold of the loop
      </label>
      <select
        id={id}
        value=""
        className={styles.input}
        onChange={(event) => {
          const hold = holds[Number(event.currentTarget.value)];
          if (hold === undefined) return;
          seek(store, hold.begin);
          lookBetween(store, run, hold.begin, hold.end);
        }}
      >
        <option value="">{holds.length === 1 ? '1 hold' : `${holds.length} holds`}</option>
        {holds.map((hold, index) => (
          <option key={hold.begin} value={index}>
            {formatDuration(times[hold.begin] ?? 0)}:{' '}
            {hold.group < 0 ? hold.what : capitalise(requestName(groups[hold.group]))},{' '}
            {formatDuration(hold.duration)}
          </option>
        ))}
      </select>
    </div>
  );
}
