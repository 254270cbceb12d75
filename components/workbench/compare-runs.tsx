'use client';
/** The offer to compare two runs, and the comparison once it is taken up: its code is fetched then. */
import { lazy, Suspense, useId, useState } from 'react';
import type { ComparisonProps } from '@/components/timeline/comparison';
import { keepTrying } from '@/components/ui/keep-trying';
import styles from './workbench.module.css';

const Comparison = lazy(() =>
  keepTrying(async () => ({ default: (await import('@/components/timeline/comparison')).Comparison })),
);

type Properties = ComparisonProps & {
  readonly offer: string;
  /** Shown at once, because it was asked for elsewhere. */
  readonly openFirst?: boolean;
};

export function CompareRuns({ offer, openFirst = false, ...runs }: Properties) {
  const [open, setOpen] = useState(openFirst);
  const id = useId();
  return (
    <div className={styles.compare}>
      <button
        type="button"
        className={styles.secondary}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {offer}
      </button>
      <div id={id} hidden={!open}>
        {open && (
          <Suspense fallback={<p className={styles.caption}>Comparing …</p>}>
            <Comparison {...runs} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
