'use client';
/** Requests in flight and utilisation of the loop over time, on the axis of the figure above and in its window. */
import { type CSSProperties, useId, useMemo, useRef } from 'react';
import { fractionIn, lengthOf, type Scale } from '@/lib/trace/axis-window';
import { COUNTED, type StateCounts } from '@/lib/trace/density';
import { formatDuration } from '@/lib/trace/duration';
import { busiestMoment, type Utilisation } from '@/lib/trace/load-over-time';
import type { State, Timeline } from '@/lib/trace/timeline';
import { positionOfTime } from '@/lib/trace/times';
import { capitalise } from '@/lib/trace/words';
import { DensityPile, PILE_HEIGHT, PilePatterns } from './density-pile';
import styles from './load.module.css';
import { outlineOf } from './load-outline';
import { IN_FLIGHT_WORDS, inFlightSummary, loadAt, utilisationSummary } from './load-words';
import pile from './pile.module.css';
import { percent } from './placing';
import { Playhead } from './playhead';
import { axisShown, type Run } from './run';
import { useDrawn, useMovedStage, useWidth } from './stage';
import { useReading, useView, type ViewStore } from './view-store';

/** What a plot of the load needs of the figure above it. */
export type LoadProps = {
  readonly store: ViewStore;
  readonly run: Run;
  /** The width of the labels of the figure above, in CSS. */
  readonly label: string;
};

type Props = LoadProps & { readonly counts: StateCounts; readonly utilisation: Utilisation | null };

export function LoadPlot({ store, run, label, counts, utilisation }: Props) {
  const { timeline } = run;
  const id = useId();
  const lane = useRef<HTMLDivElement>(null);
  const flight = useRef<HTMLDivElement>(null);
  const busy = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => [flight, busy], []);
  const axis = useView(store, (view) => axisShown(run, view));
  const drawn = useDrawn(store.viewport, axis);
  const width = useWidth(lane);
  useMovedStage(store.viewport, drawn, parts);
  const zoom = drawn.looked > 0 ? lengthOf(drawn.window) / drawn.looked : 1;
  const across = { width: percent(zoom) };
  const most = busiestMoment(counts)?.total ?? 0;
  return (
    <div className={styles.plot}>
      <PilePatterns id={id} />
      <div className={styles.lanes} style={{ '--label': label } as CSSProperties}>
        <Label name="Requests in flight" detail="by state" top={String(most)} />
        <div className={styles.lane} role="img" aria-label={inFlightSummary(timeline, counts)}>
          <div ref={flight} className={styles.inner} style={across}>
            <DensityPile counts={counts} scale={drawn} pixels={width * zoom} id={id} />
          </div>
        </div>
        {utilisation && (
          <>
            <Label
              name="Loop busy"
              detail={`in windows of ${formatDuration(utilisation.length)}`}
              top="100 %"
              second
            />
            <div
              className={`${styles.lane} ${styles.second}`}
              role="img"
              aria-label={utilisationSummary(utilisation)}
            >
              <div ref={busy} className={styles.inner} style={across}>
                <UtilisationAreas
                  timeline={timeline}
                  utilisation={utilisation}
                  scale={drawn}
                  pixels={width * zoom}
                />
              </div>
            </div>
          </>
        )}
        <Playhead store={store} run={run} lane={lane} />
      </div>
      <Reading store={store} timeline={timeline} counts={counts} utilisation={utilisation} />
      <Key counts={counts} blocked={utilisation?.blocked.some((share) => share > 0) ?? false} id={id} />
    </div>
  );
}

/** The load at the playhead, in words: the one part that follows it. */
function Reading({
  store,
  timeline,
  counts,
  utilisation,
}: Pick<Props, 'store' | 'counts' | 'utilisation'> & { readonly timeline: Timeline }) {
  const words = useReading(store, (position) => loadAt(timeline, counts, utilisation, position));
  return <p className={styles.reading}>{words}</p>;
}

function Label({
  name,
  detail,
  top,
  second = false,
}: {
  readonly name: string;
  readonly detail: string;
  /** What the upper edge of the plot stands for. */
  readonly top: string;
  readonly second?: boolean;
}) {
  return (
    <div className={second ? `${styles.label} ${styles.second}` : styles.label}>
      <p>
        <strong>{name}</strong> <span>{detail}</span>
      </p>
      <span className={styles.top}>{top}</span>
    </div>
  );
}

/** The outline of the busy share, and in it that of the blocked one. */
function UtilisationAreas({
  timeline,
  utilisation: { length, busy, blocked },
  scale,
  pixels,
}: {
  readonly timeline: Timeline;
  readonly utilisation: Utilisation;
  readonly scale: Scale;
  readonly pixels: number;
}) {
  const end = timeline.times[timeline.end] ?? 0;
  const edges = Array.from({ length: busy.length + 1 }, (_, index) => {
    const position = positionOfTime(timeline.times, Math.min(index * length, end));
    return fractionIn(scale, position) * pixels;
  });
  return (
    <svg
      className={styles.areas}
      viewBox={`0 0 ${pixels} ${PILE_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={outlineOf(busy, edges, PILE_HEIGHT)} className={styles.busy} />
      <path d={outlineOf(blocked, edges, PILE_HEIGHT)} className={styles.blocked} />
    </svg>
  );
}

/** What the textures stand for; only those that occur. */
function Key({
  counts,
  blocked,
  id,
}: {
  readonly counts: StateCounts;
  readonly blocked: boolean;
  readonly id: string;
}) {
  const kinds = COUNTED.length;
  const occurs = (state: State) =>
    counts.counts.some((count, index) => index % kinds === COUNTED.indexOf(state) && count > 0);
  // Who blocks the loop is on it, and drawn alike: what was blocked is seen below.
  const occurring = COUNTED.filter((state) =>
    state === 'running' ? occurs('running') || occurs('blocking') : state !== 'blocking' && occurs(state),
  );
  return (
    <ul className={styles.key} aria-label="How to read the plot">
      {occurring.map((state) => (
        <li key={state}>
          <svg width="22" height="14" aria-hidden="true">
            <rect x="1" y="1" width="20" height="12" className={pile[state]} style={fillOf(state, id)} />
          </svg>
          {state === 'running' ? 'On the loop' : capitalise(IN_FLIGHT_WORDS[state])}
        </li>
      ))}
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <rect x="1" y="1" width="20" height="12" className={styles.busy} />
        </svg>
        Loop busy
      </li>
      {blocked && (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <rect x="1" y="1" width="20" height="12" className={styles.blocked} />
          </svg>
          Loop blocked
        </li>
      )}
    </ul>
  );
}

const TEXTURED: ReadonlySet<State> = new Set(['ready', 'suspended', 'queued']);
const fillOf = (state: State, id: string) =>
  TEXTURED.has(state) ? { fill: `url(#${id}-pile-${state})` } : undefined;
