'use client';
/** Two runs one above the other on one axis, with one playhead, and what differs in words and in figures. */
import { useEffect, useMemo } from 'react';
import type { Scale } from '@/lib/trace/axis-window';
import { knownDifference, type Pair, SIDES, type Side } from '@/lib/trace/compare';
import { formatDifference } from '@/lib/trace/duration';
import type { Trace } from '@/lib/trace/schema';
import { spokenPosition } from '@/lib/trace/spoken';
import type { Place } from '@/lib/trace/timeline';
import { capitalise, requestName } from '@/lib/trace/words';
import shared from './compared.module.css';
import styles from './comparison.module.css';
import { LatencyBrackets, withoutShadowWords } from './comparison-brackets';
import { ComparisonControls, ComparisonTransport } from './comparison-controls';
import { ComparisonTables } from './comparison-tables';
import { ComparisonWords, RunName } from './comparison-words';
import { labelWidth } from './figure';
import type { FigureMarks } from './figure-model';
import { Group } from './group';
import { Legend } from './legend';
import { LiveFigure } from './live-figure';
import { Notices } from './notices';
import { hue } from './placing';
import { useFigure } from './timeline';
import { TwoRuns } from './two-runs';
import { usePlayback } from './use-playback';
import { useReading } from './view-store';

export type ComparisonProps = {
  readonly before: Trace;
  readonly after: Trace;
  /** What the runs are called: 'The run before' and 'This run'. */
  readonly names: Pair<string>;
  /** What each of them shows. */
  readonly titles?: Pair<string>;
  /** Somebody pressed Play to get it. */
  readonly playing?: boolean;
  /** Opens a line of the run that stands beside the code. */
  readonly onSelectPlace?: (place: Place) => void;
};

const NO_STOPS = [] as const;
/** So many requests have a chip; the table has all of them. */
const MOST_CHIPS = 12;

export function Comparison({
  before,
  after,
  names,
  titles,
  playing = false,
  onSelectPlace,
}: ComparisonProps) {
  const two = useMemo(() => new TwoRuns(before, after), [before, after]);
  useEffect(() => two.link(), [two]);
  useEffect(() => {
    if (playing) two.lead.store.change({ playing: true, touched: true });
  }, [two, playing]);
  usePlayback(two.lead.store, two.lead.run, NO_STOPS);
  const figures = {
    before: useFigure(two.sides.before.store, two.sides.before.run),
    after: useFigure(two.sides.after.store, two.sides.after.run),
  };
  const label = labelWidth(figures.before, figures.after);
  return (
    <Group label="Two runs compared" className={`${shared.comparison} @container`}>
      <ComparisonWords comparison={two.comparison} />
      <ComparisonControls two={two} />
      {SIDES.map((side) => (
        <div key={side} className={shared.run}>
          {side === 'after' && <LatencyChips two={two} names={names} />}
          <Group label={names[side]} className={shared.run}>
            <div className={styles.title}>
              <RunName name={names[side]} title={titles?.[side]} />
              <Standing two={two} side={side} />
            </div>
            <Notices trace={side === 'before' ? before : after} />
            <RunFigure
              two={two}
              side={side}
              whole={figures[side]}
              label={label}
              onSelectPlace={side === 'after' ? onSelectPlace : undefined}
            />
          </Group>
        </div>
      ))}
      <ComparisonTransport two={two} names={names} />
      <ComparisonTables comparison={two.comparison} names={names} />
      <Legend />
    </Group>
  );
}

function RunFigure({
  two,
  side,
  whole,
  label,
  onSelectPlace,
}: {
  readonly two: TwoRuns;
  readonly side: Side;
  readonly whole: FigureMarks;
  readonly label: string;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  const { store, run } = two.sides[side];
  const figure = useMemo(() => withoutShadowWords(whole), [whole]);
  const brackets = (scale: Scale) => (
    <LatencyBrackets requests={two.comparison.requests} rows={figure.rows} scale={scale} />
  );
  return (
    <LiveFigure
      store={store}
      run={run}
      figure={figure}
      stops={NO_STOPS}
      label={label}
      onSelectPlace={onSelectPlace}
      {...(side === 'after' ? { over: brackets } : {})}
    />
  );
}

/** Where the playhead stands in one of the runs, and who holds its loop. */
function Standing({ two, side }: { readonly two: TwoRuns; readonly side: Side }) {
  const { store, run } = two.sides[side];
  const words = useReading(store, (position) =>
    spokenPosition(run.timeline, Math.min(position, run.timeline.end)),
  );
  return <p className={styles.standing}>{words}</p>;
}

function LatencyChips({ two, names }: { readonly two: TwoRuns; readonly names: Pair<string> }) {
  const requests = two.comparison.requests.filter(({ request }) => request !== null);
  if (requests.length === 0) return null;
  const label = `Latency: ${names.after.toLowerCase()} against ${names.before.toLowerCase()}`;
  return (
    <div className={styles.strip}>
      <p aria-hidden="true">{label}</p>
      <ul aria-label={label} className={styles.chips}>
        {requests.slice(0, MOST_CHIPS).map(({ request, group, latency }) => {
          const by = knownDifference(latency);
          return (
            <li key={request} className={styles.chip}>
              <span
                className={styles.swatch}
                style={{ background: hue(group.after.index) }}
                aria-hidden="true"
              />
              {capitalise(requestName(group.after))}
              <strong data-sign={by === null || by === 0 ? 0 : Math.sign(by)}>
                {by === null ? noResponse(latency) : formatDifference(by)}
              </strong>
            </li>
          );
        })}
        {requests.length > MOST_CHIPS && <li>and {requests.length - MOST_CHIPS} more in the table</li>}
      </ul>
    </div>
  );
}

const noResponse = ({ before, after }: Pair<number | null>): string =>
  before === after ? 'no response in either' : after === null ? 'no response any more' : 'answered now';
