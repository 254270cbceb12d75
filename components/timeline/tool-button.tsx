/** A small button of the timeline's tools: words, or a sign with its words in `label`. */
import type { ReactNode } from 'react';

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
      className="min-h-9 min-w-9 rounded border border-line-strong bg-raised px-2.5 text-ink enabled:hover:border-accent enabled:hover:text-accent disabled:opacity-40 aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
    >
      {children}
    </button>
  );
}
