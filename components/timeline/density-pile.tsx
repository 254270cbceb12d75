/** Many requests in one row: how many run, are ready, suspended or in a thread, piled up over time. */
import type { Scale } from '@/lib/trace/axis-window';
import type { StateCounts } from '@/lib/trace/density';
import { pileAreas } from './pile';
import styles from './pile.module.css';

/** Height of a pile, in pixels: the style sheet's. */
export const PILE_HEIGHT = 52;
/** Drawn for this width where nobody has measured it. */
const USUAL_WIDTH = 960;

export function DensityPile({
  counts,
  scale,
  pixels = USUAL_WIDTH,
  id,
}: {
  readonly counts: StateCounts;
  readonly scale: Scale;
  readonly pixels?: number | undefined;
  readonly id: string;
}) {
  const areas = pileAreas(counts, scale, { width: pixels, height: PILE_HEIGHT });
  return (
    <svg
      className={styles.pile}
      viewBox={`0 0 ${pixels} ${PILE_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {areas.map(({ state, d }) => (
        <path key={state} d={d} className={styles[state]} style={fillOf(state, id)} />
      ))}
    </svg>
  );
}

const fillOf = (state: string, id: string) =>
  state === 'ready' || state === 'suspended' || state === 'queued'
    ? { fill: `url(#${id}-pile-${state})` }
    : undefined;

/** The patterns of all piles of a figure. */
export function PilePatterns({ id }: { readonly id: string }) {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id={`${id}-pile-suspended`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7 L7 -1" className={styles.hatch} />
        </pattern>
        <pattern id={`${id}-pile-ready`} width="4" height="4" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="1.1" className={styles.dot} />
        </pattern>
        <pattern id={`${id}-pile-queued`} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="0.8" className={styles.dot} />
        </pattern>
      </defs>
    </svg>
  );
}
