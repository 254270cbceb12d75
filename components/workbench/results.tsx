'use client';
import type { Trace } from '@/lib/trace/schema';
/** What appears with the first live run, in one chunk: timeline, problems, output, responses. */
import { Output } from './output';
import { Responses } from './responses';
import styles from './workbench.module.css';

export { CompareRuns } from './compare-runs';
export { LiveTimeline } from './live-timeline';
export { Problems } from './problems';

export function Results({ trace }: { readonly trace: Trace }) {
  return (
    <div className={styles.results}>
      <section aria-labelledby={`output-${trace.scenario.hash}`}>
        <p id={`output-${trace.scenario.hash}`} className={styles.heading}>
          Output
        </p>
        <Output trace={trace} />
      </section>
      <section aria-labelledby={`responses-${trace.scenario.hash}`}>
        <p id={`responses-${trace.scenario.hash}`} className={styles.heading}>
          Responses
        </p>
        <Responses trace={trace} />
      </section>
    </div>
  );
}
