/** What a trace is of, in two lines, over its timeline. */
import type { ReactNode } from 'react';
import { InlineCode } from '@/components/ui/inline-code';
import { formatDuration } from '@/lib/trace/duration';
import type { Trace } from '@/lib/trace/schema';
import styles from './open-trace.module.css';

export function OpenedRun({
  trace,
  name,
  children,
}: {
  readonly trace: Trace;
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { requests, events, duration, versions } = trace;
  const count = (number: number, what: string) =>
    `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
  return (
    <section aria-label={name} className={styles.run}>
      <div>
        <h2 className={styles.name}>
          <InlineCode text={name} />
        </h2>
        <p className={styles.facts}>
          {[
            count(requests.length, 'request'),
            count(events.length, 'event'),
            formatDuration(duration),
            `Django ${versions.django} on Python ${versions.python}`,
          ].join(' · ')}
        </p>
      </div>
      {children}
    </section>
  );
}
