/**
 * What is off the fast path: open for whoever reads all of a unit, folded to one line on the fast path. It is a
 * native <details>, so that it opens, and is found by the browser's own search, without JavaScript.
 */
import { isValidElement, type ReactNode } from 'react';
import { foldScript } from '@/components/shell/fast-path';
import { InlineCode } from '@/components/ui/inline-code';
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

function Foldable({
  className,
  block,
  summary,
  children,
}: {
  readonly className: string;
  /** What it is to the ways into the unit. */
  readonly block?: string;
  readonly summary: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    // On the fast path the script below closes it before React sees it.
    <details
      open
      data-deeper
      data-block={block}
      className={`${className} unfolds-on-paper`}
      suppressHydrationWarning
    >
      {summary}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, before the first paint */}
      <script dangerouslySetInnerHTML={{ __html: foldScript }} />
      {children}
    </details>
  );
}

function Summary({
  label,
  className = '',
  children,
}: {
  readonly label: string;
  readonly className?: string;
  /** What follows the label. */
  readonly children: ReactNode;
}) {
  return (
    <summary className={`${styles.summary} ${className}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className={styles.sign}>
        <path d="m5.5 3 5 5-5 5" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span>
        <span className={styles.label}>{label}</span>
        {children}
      </span>
    </summary>
  );
}

/** Whole sections that are optional, marked as such by more than colour. */
export function Deeper({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  const heading = title === undefined ? firstHeading(children) : null;
  return (
    <Foldable
      className={`${styles.foldable} ${styles.deeper}`}
      summary={
        <Summary label="Deeper, optional">
          {title !== undefined && <span>: {title}</span>}
          {heading !== null && <span className={styles.heading}>: {heading}</span>}
        </Summary>
      }
    >
      <Prose>{children}</Prose>
    </Foldable>
  );
}

/** A unit's exercise, which belongs to the unit and not to the fast path: only there it says so. */
export function PlacedExercise({
  title,
  block,
  children,
}: {
  readonly title: string;
  readonly block: string;
  readonly children: ReactNode;
}) {
  return (
    <Foldable
      className={`${styles.foldable} ${styles.exercise}`}
      block={block}
      summary={
        <Summary label="Exercise, optional" className="on-fast-path">
          : <InlineCode text={title} />
        </Summary>
      }
    >
      <div data-wide>{children}</div>
    </Foldable>
  );
}
