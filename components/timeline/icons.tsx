/** The few drawings of the timeline. All are decoration: the words stand beside them. */

function Icon({ path, size = 20 }: { readonly path: string; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

/** An octagon with a bar, as on a road: nobody passes. */
export function BlockingSign() {
  return (
    <svg width="13" height="13" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
      <path
        d="M-2.7 -6.5 H2.7 L6.5 -2.7 V2.7 L2.7 6.5 H-2.7 L-6.5 2.7 V-2.7 Z"
        fill="var(--raised)"
        stroke="var(--ink)"
        strokeWidth="1"
      />
      <rect x="-4" y="-1.4" width="8" height="2.8" fill="var(--ink)" />
    </svg>
  );
}

export const PlayIcon = () => <Icon path="M6 3.5 L16 10 L6 16.5 Z" />;
export const PauseIcon = () => <Icon path="M5 4 H8.5 V16 H5 Z M11.5 4 H15 V16 H11.5 Z" />;
export const StepIcon = () => <Icon path="M6 4.5 L13 10 L6 15.5 Z M13 4.5 H15 V15.5 H13 Z" />;
export const StepBackIcon = () => <Icon path="M14 4.5 L7 10 L14 15.5 Z M5 4.5 H7 V15.5 H5 Z" />;
export const HandOverIcon = () => (
  <Icon path="M3 4.5 L9 10 L3 15.5 Z M9 4.5 L15 10 L9 15.5 Z M15.5 4.5 H17.5 V15.5 H15.5 Z" />
);
export const HandOverBackIcon = () => (
  <Icon path="M17 4.5 L11 10 L17 15.5 Z M11 4.5 L5 10 L11 15.5 Z M2.5 4.5 H4.5 V15.5 H2.5 Z" />
);
export const FoldIcon = () => <Icon size={12} path="M6 3 L14 10 L6 17 Z" />;
