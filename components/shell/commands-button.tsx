/** Opens the commands. Like everything that summons them, it needs no code of its own. */
export function CommandsButton({
  className,
  iconOnly = false,
}: {
  readonly className: string;
  readonly iconOnly?: boolean;
}) {
  return (
    <button
      type="button"
      data-summons="palette"
      title="Commands"
      className={`needs-script items-center justify-center gap-2 text-ink-soft hover:text-ink ${className}`}
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="m2.5 4 4 4-4 4M8.5 12.25h5" />
      </svg>
      <span className={iconOnly ? 'sr-only' : undefined}>Commands</span>
    </button>
  );
}
