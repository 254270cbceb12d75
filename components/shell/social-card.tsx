/** What a shared link shows: a unit's place and title over a lane with an await point. Inline styles: it becomes a picture. */

/** Pixels. */
export const CARD = { width: 1200, height: 630 } as const;

const GROUND = '#14161a';
const INK = '#e9e7e2';
const SOFT = '#b4b0a7';
const ACCENT = '#5ec8c0';

export function SocialCard({
  place,
  title,
  summary,
}: {
  readonly place: string;
  readonly title: string;
  readonly summary: string;
}) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: 72,
        background: GROUND,
        color: INK,
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ fontSize: 30, color: ACCENT }}>{place}</div>
        <div
          style={{ marginTop: 20, fontSize: title.length > 44 ? 60 : 72, lineHeight: 1.1, letterSpacing: -2 }}
        >
          {title}
        </div>
        <div style={{ marginTop: 28, fontSize: 32, lineHeight: 1.35, color: SOFT }}>{summary}</div>
      </div>
      <div style={{ display: 'flex', alignItems: 'center', fontSize: 34 }}>
        <svg aria-hidden="true" viewBox="0 0 34 16" width="102" height="48">
          <rect x="0" y="4" width="10" height="8" rx="2" fill={ACCENT} />
          <path d="M10 8h14" stroke={ACCENT} strokeWidth="2" strokeDasharray="2 2.5" fill="none" />
          <circle cx="10" cy="8" r="3.5" fill={GROUND} stroke={ACCENT} strokeWidth="2" />
          <rect x="24" y="4" width="10" height="8" rx="2" fill={ACCENT} />
        </svg>
        <div style={{ marginLeft: 24 }}>Await Points</div>
      </div>
    </div>
  );
}
