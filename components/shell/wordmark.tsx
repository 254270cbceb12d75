/** The name with its sign: one lane that runs, is suspended at an await point, and runs again. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 whitespace-nowrap font-semibold tracking-tight text-ink">
      <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true" className="shrink-0 text-accent">
        <rect x="0" y="4" width="10" height="8" rx="2" fill="currentColor" />
        <path d="M10 8h14" stroke="currentColor" strokeWidth="2" strokeDasharray="2 2.5" fill="none" />
        <circle cx="10" cy="8" r="3.5" fill="var(--ground)" stroke="currentColor" strokeWidth="2" />
        <rect x="24" y="4" width="10" height="8" rx="2" fill="currentColor" />
      </svg>
      Await Points
    </span>
  );
}
