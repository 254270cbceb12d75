'use client';
/** The load of a run as a plot and as a table, and the totals a developer would quote, each with its definition. */
import { useMemo } from 'react';
import { formatDuration } from '@/lib/trace/duration';
import { type LoadRow, loadRows, loopUtilisation, requestsInFlight } from '@/lib/trace/load-over-time';
import { metrics, type RequestMetrics } from '@/lib/trace/metrics';
import { totalsOf } from '@/lib/trace/totals';
import { useFirstRows } from './first-rows';
import { Group } from './group';
import styles from './load.module.css';
import { LoadPlot, type LoadProps } from './load-plot';
import { shareWords } from './load-words';
import sheet from './table.module.css';

export function LoadPanel({ store, run, label }: LoadProps) {
  const { timeline } = run;
  const measured = useMemo(() => metrics(timeline), [timeline]);
  const counts = useMemo(() => requestsInFlight(timeline), [timeline]);
  const utilisation = useMemo(() => loopUtilisation(timeline), [timeline]);
  const rows = useMemo(
    () => (utilisation ? loadRows(timeline, counts, utilisation) : []),
    [timeline, counts, utilisation],
  );
  const requests = measured.requests.filter(({ request }) => request !== null);
  return (
    <Group label="Load and totals" className={styles.panel}>
      <LoadPlot store={store} run={run} label={label} counts={counts} utilisation={utilisation} />
      {rows.length > 0 && (
        <details className={sheet.details}>
          <summary>The plot as a table</summary>
          <WindowTable rows={rows} />
        </details>
      )}
      <dl className={styles.totals}>
        {totalsOf(measured).map(({ name, unit, value, definition }) => (
          <div key={name} className={styles.total}>
            <dt>{name}</dt>
            <dd className={styles.value}>
              {value === null ? 'none' : unit === 'time' ? formatDuration(value) : value}
              {unit === 'time' && value !== null && share(name, value, measured.wall)}
            </dd>
            <dd className={sheet.definition}>{definition}</dd>
          </div>
        ))}
      </dl>
      {requests.length > 0 && (
        <details className={sheet.details}>
          <summary>Each request ({requests.length.toLocaleString('en')})</summary>
          <RequestTable requests={requests} />
        </details>
      )}
    </Group>
  );
}

/** Of the loop's time, its share of the run says more than its length. */
function share(name: string, value: number, wall: number) {
  if (!name.startsWith('Loop ') || wall === 0) return null;
  return <span className={styles.share}>{shareWords(value / wall)} of the run</span>;
}

function WindowTable({ rows }: { readonly rows: readonly LoadRow[] }) {
  const { shown, more } = useFirstRows(rows);
  return (
    <Group label="The plot as a table" scrolls className={sheet.scroller}>
      <table className={sheet.table}>
        <caption>Load in windows of equal length</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Loop busy</th>
            <th scope="col">of it blocked</th>
            <th scope="col">Most requests in flight</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ from, busy, blocked, most }) => (
            <tr key={from}>
              <th scope="row">{formatDuration(from)}</th>
              <td>{shareWords(busy)}</td>
              <td>{shareWords(blocked)}</td>
              <td>{most}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </Group>
  );
}

const COLUMNS = [
  ['Running', 'running'],
  ['Blocking', 'blocking'],
  ['Ready', 'ready'],
  ['Suspended', 'suspended'],
  ['Queued', 'queued'],
  ['In a thread', 'in-thread'],
] as const;

function RequestTable({ requests }: { readonly requests: readonly RequestMetrics[] }) {
  const { shown, more } = useFirstRows(requests);
  return (
    <Group label="Each request" scrolls className={sheet.scroller}>
      <table className={sheet.table}>
        <caption>
          Latency of each request, its time in each state until Django was done with it, and its hops
        </caption>
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">Latency</th>
            {COLUMNS.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">Hops</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ request, latency, time, hops }) => (
            <tr key={request}>
              <th scope="row">{request}</th>
              <td>{latency === null ? 'no response' : formatDuration(latency)}</td>
              {COLUMNS.map(([name, state]) => (
                <td key={name}>{formatDuration(time[state])}</td>
              ))}
              <td>{hops}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </Group>
  );
}
