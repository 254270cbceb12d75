/** A word of the course with its meaning at hand: a native popover, so that it needs no JavaScript. */
import { type ReactNode, useId } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import { InlineCode } from '@/components/ui/inline-code';
import { termAddress } from '@/lib/course/addresses';
import type { GlossaryEntry } from '@/lib/course/glossary';
import styles from './term.module.css';

export function Term({ entry, children }: { readonly entry: GlossaryEntry; readonly children: ReactNode }) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className={styles.term}>
        {children}
      </button>
      <span id={id} popover="auto" className={styles.meaning}>
        <strong className="block">{entry.term}</strong>
        <InlineCode text={entry.meaning} />
        <CourseLink href={termAddress(entry.id)} className="mt-1 block py-0.5 text-sm">
          In the glossary
        </CourseLink>
      </span>
    </>
  );
}
