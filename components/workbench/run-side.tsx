'use client';
/** The other half of a bench: the run as a timeline. */
import type { ReactNode } from 'react';
import type { AuthoredStop } from '@/lib/trace/stops';
import type { Bench } from './use-bench';
import styles from './workbench.module.css';

const BEFORE_AND_NOW = { before: 'The run before', after: 'This run' };

type Properties = {
  readonly bench: Bench;
  readonly stops: readonly AuthoredStop[];
  /** What stands here until there is a run to show, or while the timeline is on its way. */
  readonly waiting: ReactNode;
};

export function ShownRun({ bench, stops, waiting }: Properties) {
  const { shown } = bench;
  const { LiveTimeline, CompareRuns } = bench.results ?? {};
  if (shown.trace === null) return waiting;
  if (!shown.started)
    return <p className={styles.nothing}>Django did not start, so there is no run to show.</p>;
  if (!LiveTimeline || !CompareRuns) return waiting;
  return (
    <>
      <LiveTimeline
        key={shown.key}
        trace={shown.trace}
        stops={shown.ofTheSeed ? stops : []}
        sought={bench.sought}
        playing={shown.key === 'recorded'}
        onMarks={bench.setMarks}
        onSelectPlace={bench.show}
      />
      {shown.earlier && (
        <CompareRuns
          key={`compared-${shown.key}`}
          offer="Compare with the run before"
          before={shown.earlier}
          after={shown.trace}
          names={BEFORE_AND_NOW}
          onSelectPlace={bench.show}
        />
      )}
    </>
  );
}

/** Which run it is, and whether it is still the run of the text beside it. */
export function RunCaption({ bench: { shown } }: { readonly bench: Bench }) {
  return (
    <p className={styles.caption} data-stale={shown.stale}>
      {shown.caption}
    </p>
  );
}

/** What the run printed and answered, below both halves. */
export function RunResults({ bench: { shown, results } }: { readonly bench: Bench }) {
  if (shown.trace === null || !shown.started || results === null) return null;
  return <results.Results trace={shown.trace} />;
}
