/** Two runs compared as the server draws them: both figures on one axis and the differences, without any JavaScript. */
import { wholeAxis } from '@/lib/trace/axis-window';
import { compareRuns, type Pair, SIDES } from '@/lib/trace/compare';
import { derive } from '@/lib/trace/derive';
import type { Trace } from '@/lib/trace/schema';
import { firstAxis, sharedAxes } from '@/lib/trace/shared-axis';
import type { Timeline } from '@/lib/trace/timeline';
import styles from './compared.module.css';
import { LatencyBrackets, withoutShadowWords } from './comparison-brackets';
import { MainDifferences } from './comparison-tables';
import { ComparisonWords, RunName } from './comparison-words';
import { Figure, labelWidth } from './figure';
import figureStyles from './figure.module.css';
import { figureMarks } from './figure-marks';
import { Group } from './group';
import { Legend } from './legend';
import { Notices } from './notices';

export function StillComparison({
  before,
  after,
  names,
  titles,
}: Pair<Trace> & { readonly names: Pair<string>; readonly titles: Pair<string> }) {
  const traces = { before, after };
  const comparison = compareRuns(derive(before), derive(after));
  const { runs } = comparison;
  const axes = sharedAxes(comparison, firstAxis(comparison));
  const marks = { before: oneRowEach(runs.before), after: oneRowEach(runs.after) };
  const label = labelWidth(marks.before, marks.after);
  return (
    <div className={`${styles.comparison} @container`}>
      <ComparisonWords comparison={comparison} />
      {SIDES.map((side) => {
        const scale = { axis: axes[side], window: wholeAxis(axes[side]) };
        return (
          <div key={side} className={styles.run}>
            <RunName name={names[side]} title={titles[side]} />
            <Notices trace={traces[side]} />
            <Group className={figureStyles.figure} label={`Timeline of ${names[side].toLowerCase()}`} scrolls>
              <Figure
                timeline={runs[side]}
                marks={marks[side]}
                scale={scale}
                stops={[]}
                label={label}
                id={`${side}-${before.scenario.hash.slice(0, 8)}-${after.scenario.hash.slice(0, 8)}`}
                over={
                  side === 'after' && (
                    <LatencyBrackets requests={comparison.requests} rows={marks.after.rows} scale={scale} />
                  )
                }
              />
            </Group>
          </div>
        );
      })}
      <MainDifferences comparison={comparison} names={names} />
      <Legend />
    </div>
  );
}

/** A row for each request: two runs shall stand on one screen. */
const oneRowEach = (timeline: Timeline) =>
  withoutShadowWords(
    figureMarks(timeline, { folded: new Set(timeline.groups.map(({ index }) => index)), plumbing: false }),
  );
