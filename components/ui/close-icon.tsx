/** The cross of whatever can be closed. What it closes is said beside it. */
export function CloseIcon() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="m3.5 3.5 9 9m0-9-9 9" />
    </svg>
  );
}
