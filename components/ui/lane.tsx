/**
 * The timeline's own signs in small: dotted for ready, hatched for suspended, solid for running. The map
 * uses them for units (not opened, begun, finished), so that the signs are familiar before the first run.
 */
export type LaneState = 'ready' | 'suspended' | 'running';

export function Lane({ state, className = '' }: { readonly state: LaneState; readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 22 10"
      width="22"
      height="10"
      aria-hidden="true"
      className={`shrink-0 text-accent ${className}`}
      fill="none"
      stroke="currentColor"
    >
      {state === 'running' && (
        <rect x="1" y="1" width="20" height="8" rx="2" fill="currentColor" stroke="none" />
      )}
      {state === 'ready' && <rect x="1" y="1" width="20" height="8" rx="2" strokeDasharray="1.5 2" />}
      {state === 'suspended' && (
        <>
          <rect x="1" y="1" width="20" height="8" rx="2" />
          <path d="M4 8.5 8 1.5M8.5 8.5l4-7M13 8.5l4-7M17.5 8.5l2.5-4.5" strokeWidth="1" />
        </>
      )}
    </svg>
  );
}
