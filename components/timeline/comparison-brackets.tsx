/** How far a request's answer moved, over the rows of the later run: a bracket with the signed difference. */
import type { CSSProperties } from 'react';
import { lengthOf, type Scale } from '@/lib/trace/axis-window';
import { knownDifference, type MatchedRequest } from '@/lib/trace/compare';
import { formatDifference } from '@/lib/trace/duration';
import styles from './compared.module.css';
import type { FigureMarks, Row } from './figure-model';
import { percent } from './placing';

/** A difference shorter than this share of the window is no length that anybody sees: it is left to the table. */
const LEAST_SEEN = 0.004;

/** Drawn on Time alone: on Steps the same step of both runs stands at one place, so no length is a difference. */
export function LatencyBrackets({
  requests,
  rows,
  scale: { axis, window },
}: {
  readonly requests: readonly MatchedRequest[];
  readonly rows: readonly Row[];
  readonly scale: Scale;
}) {
  if (axis.kind !== 'time') return null;
  const tops = new Map(rows.map(({ key, top }) => [key, top]));
  const at = (time: number) => (time - window.start) / lengthOf(window);
  return requests.map(({ request, group, latency }) => {
    const top = tops.get(`request-${group.after.index}`);
    const [before, after] = [group.before.request?.responseEnd, group.after.request?.responseEnd];
    const by = knownDifference(latency);
    if (top === undefined || before == null || after == null || by === null || by === 0) return null;
    const [left, right] = [at(Math.min(before, after)), at(Math.max(before, after))];
    if (right - left < LEAST_SEEN) return null;
    const style = { '--top': top, left: percent(left), width: percent(right - left) } as CSSProperties;
    return (
      <div
        key={request}
        className={styles.bracket}
        style={style}
        data-sign={Math.sign(by)}
        aria-hidden="true"
      >
        <span className={styles.difference}>{formatDifference(by)}</span>
      </div>
    );
  });
}

/** Folded rows have no room for the words of a shadow; the sentences and the lists say what held the loop. */
export const withoutShadowWords = (figure: FigureMarks): FigureMarks => ({
  ...figure,
  shadows: figure.shadows.map((shadow) => ({ ...shadow, label: '' })),
});
