/**
 * A section off the fast path: open for whoever reads all of a unit, folded to one line on the fast path. It
 * is a native <details>, so that it opens, and is found by the browser's own search, without JavaScript.
 */
import { isValidElement, type ReactNode } from 'react';
import { foldScript } from '@/components/shell/fast-path';
import styles from './deeper.module.css';
import { LessonHeading2, LessonHeading3 } from './lesson-heading';
import { Prose } from './prose';

function plainText(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(plainText).join('');
  return isValidElement<{ readonly children?: ReactNode }>(node) ? plainText(node.props.children) : '';
}

/** The text of the first heading among the children; null where there is none. */
function firstHeading(children: ReactNode): string | null {
  const heading = [children]
    .flat()
    .find(
      (child) => isValidElement(child) && (child.type === LessonHeading2 || child.type === LessonHeading3),
    );
  return heading === undefined ? null : plainText(heading);
}

export function Deeper({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  const heading = title === undefined ? firstHeading(children) : null;
  return (
    // On the fast path the script below closes it before React sees it.
    <details open data-deeper className={styles.deeper} suppressHydrationWarning>
      <summary className={styles.summary}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className={styles.sign}>
          <path d="m5.5 3 5 5-5 5" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        <span>
          <span className={styles.label}>Deeper, optional</span>
          {title !== undefined && <span>: {title}</span>}
          {heading !== null && <span className={styles.heading}>: {heading}</span>}
        </span>
      </summary>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, before the first paint */}
      <script dangerouslySetInnerHTML={{ __html: foldScript }} />
      <Prose>{children}</Prose>
    </details>
  );
}
