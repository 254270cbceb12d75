/** The sign of `app/icon.svg` on a ground that reaches the edges, so that a device may cut it to its own shape. */
export function AppIcon({ size }: { readonly size: number }) {
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: '#0b6e6e' }}>
      <svg aria-hidden="true" viewBox="-4 -4 40 40" width={size} height={size}>
        <rect x="4" y="11" width="7" height="10" rx="2" fill="#fff" />
        <path d="M14 16h9" stroke="#fff" strokeWidth="2.5" strokeDasharray="2.5 2.5" />
        <circle cx="12" cy="16" r="4" fill="#0b6e6e" stroke="#fff" strokeWidth="2.5" />
        <rect x="23" y="11" width="5" height="10" rx="2" fill="#fff" />
      </svg>
    </div>
  );
}
