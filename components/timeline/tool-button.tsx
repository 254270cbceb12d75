/** A small button of the timeline's tools: words, or a sign with its words in `label`. */
import type { ReactNode } from 'react';
import styles from './tools.module.css';

export function ToolButton({
  label,
  disabled = false,
  pressed,
  expanded,
  onPress,
  children,
}: {
  /** Needed where the content is only a sign. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  /** For a button that shows and hides something. */
  readonly expanded?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={label}
      disabled={disabled}
      onClick={onPress}
      className={styles.button}
    >
      {children}
    </button>
  );
}
