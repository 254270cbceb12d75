'use client';
/** The differences as tables: what a screen reader gets of two runs, and what a developer quotes. */
import { type ReactNode, useId } from 'react';
import {
  type Comparison,
  differenceOf,
  knownDifference,
  type MatchedRequest,
  type MatchedStretch,
  type Pair,
  SIDES,
  tookSameSteps,
  type Unmatched,
} from '@/lib/trace/compare';
import { formatCountDifference, formatDifference, formatDuration } from '@/lib/trace/duration';
import { capitalise, placeWords, requestName } from '@/lib/trace/words';
import styles from './compared.module.css';
import { useFirstRows } from './first-rows';
import { Group } from './group';
import sheet from './table.module.css';

type Properties = { readonly comparison: Comparison; readonly names: Pair<string> };

export function ComparisonTables({ comparison, names }: Properties) {
  const { requests, totals } = comparison;
  const said = requests.some((request) => request.said.length > 0) && !tookSameSteps(comparison);
  const steps = requests.flatMap((request) => request.stretches.map((stretch) => ({ request, stretch })));
  return (
    <>
      <MainDifferences comparison={comparison} names={names} />
      {said && (
        <details className={sheet.details}>
          <summary>What is printed and answered</summary>
          <SaidTable comparison={comparison} names={names} />
        </details>
      )}
      <details className={sheet.details}>
        <summary>Totals of both runs</summary>
        <FigureTable caption="Totals of both runs" names={names} first="Total" rows={totals}>
          {({ name, unit, before, after, definition }) => {
            const by = knownDifference({ before, after });
            const write = unit === 'time' ? formatDuration : String;
            const writeDifference = unit === 'time' ? formatDifference : formatCountDifference;
            return (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <span className={sheet.definition}>{definition}</span>
                </th>
                <td>{before === null ? 'none' : write(before)}</td>
                <td>{after === null ? 'none' : write(after)}</td>
                <td>{by === null ? '' : writeDifference(by)}</td>
              </tr>
            );
          }}
        </FigureTable>
      </details>
      {steps.length > 0 && (
        <details className={sheet.details}>
          <summary>Every matched step ({steps.length.toLocaleString('en')})</summary>
          <StepTable steps={steps} names={names} />
        </details>
      )}
    </>
  );
}

/** What is worth seeing at first: each request, and what only one of the runs did. */
export function MainDifferences({ comparison, names }: Properties) {
  const { requests, unmatched } = comparison;
  return (
    <>
      {tookSameSteps(comparison) && <SaidTable comparison={comparison} names={names} />}
      <FigureTable caption="Latency and hops of each request" names={names} first="Request" rows={requests}>
        {(request) => <RequestRow key={request.request} request={request} />}
      </FigureTable>
      <Alone unmatched={unmatched} names={names} />
    </>
  );
}

function FigureTable<Row>({
  caption,
  names,
  first,
  rows,
  children,
}: {
  readonly caption: string;
  readonly names: Pair<string>;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly children: (row: Row) => ReactNode;
}) {
  const { shown, more } = useFirstRows(rows);
  return (
    <Group label={caption} scrolls className={sheet.scroller}>
      <table className={sheet.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{names.before}</th>
            <th scope="col">{names.after}</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>{shown.map(children)}</tbody>
      </table>
      {more}
    </Group>
  );
}

function SaidTable({ comparison: { requests }, names }: Properties) {
  const rows = requests.flatMap(({ request, group, said }) =>
    said.map((difference, index) => ({
      key: `${request} ${index}`,
      who: capitalise(requestName(group.after)),
      ...difference,
    })),
  );
  const { shown, more } = useFirstRows(rows);
  if (rows.length === 0) return null;
  const caption = 'What is printed and answered in one run alone';
  return (
    <Group label={caption} scrolls className={sheet.scroller}>
      <table className={sheet.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">{names.before}</th>
            <th scope="col">{names.after}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, who, what, before, after }) => (
            <tr key={key}>
              <th scope="row">
                {who}
                <span className={sheet.definition}>{what}</span>
              </th>
              <td>{before === null ? 'nothing' : <code>{cut(before)}</code>}</td>
              <td>{after === null ? 'nothing' : <code>{cut(after)}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </Group>
  );
}

/** A body may be long; its beginning tells it from another. */
const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

function RequestRow({ request: { group, status, latency, hops } }: { readonly request: MatchedRequest }) {
  const by = knownDifference(latency);
  const cell = (side: keyof Pair) => (
    <td>
      {latency[side] === null ? 'no response' : formatDuration(latency[side])}
      <span className={sheet.definition}>
        {status[side] !== null && `status ${status[side]}, `}
        {hops[side]} {hops[side] === 1 ? 'hop' : 'hops'}
      </span>
    </td>
  );
  const crossings = differenceOf(hops);
  return (
    <tr>
      <th scope="row">{capitalise(requestName(group.after))}</th>
      {cell('before')}
      {cell('after')}
      <td>
        {by !== null && <strong data-sign={Math.sign(by)}>{formatDifference(by)}</strong>}
        <span className={sheet.definition}>
          {formatCountDifference(crossings)} {Math.abs(crossings) === 1 ? 'hop' : 'hops'}
        </span>
      </td>
    </tr>
  );
}

/** What has no counterpart is said, side by side, with what it took. */
function Alone({
  unmatched,
  names,
}: {
  readonly unmatched: readonly Unmatched[];
  readonly names: Pair<string>;
}) {
  if (unmatched.length === 0) return null;
  return (
    <div className={styles.alone}>
      {SIDES.map((side) => (
        <AloneIn
          key={side}
          name={`Only in ${names[side].charAt(0).toLowerCase()}${names[side].slice(1)}`}
          own={unmatched.filter((one) => one.side === side)}
        />
      ))}
    </div>
  );
}

function AloneIn({ name, own }: { readonly name: string; readonly own: readonly Unmatched[] }) {
  const id = useId();
  const { shown, more } = useFirstRows(own);
  if (own.length === 0) return null;
  return (
    <div>
      <p id={id} className={styles.name}>
        {name}
      </p>
      <ul aria-labelledby={id}>
        {shown.map(({ request, kind, name: what, place, duration }) => (
          <li key={`${request} ${kind} ${what} ${place?.line} ${duration}`}>
            {request !== null && `Request ${request}: `}
            {what}
            {place && `, ${placeWords(place)}`}, {formatDuration(duration)}
          </li>
        ))}
      </ul>
      {more}
    </div>
  );
}

type Step = { readonly request: MatchedRequest; readonly stretch: MatchedStretch };

function StepTable({ steps, names }: { readonly steps: readonly Step[]; readonly names: Pair<string> }) {
  const { shown, more } = useFirstRows(steps);
  const caption = `When each matched step starts and how long it takes: ${names.before.toLowerCase()}, then ${names.after.toLowerCase()}`;
  return (
    <Group label="Every matched step" scrolls className={sheet.scroller}>
      <table className={sheet.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Starts</th>
            <th scope="col">Takes</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ request, stretch: { name, before, after } }) => (
            <tr key={`${request.request} ${before.key}`}>
              <th scope="row">
                {request.request !== null && `${request.request}: `}
                {name}
              </th>
              <Change before={before.start} after={after.start} />
              <Change before={before.duration} after={after.duration} />
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </Group>
  );
}

function Change({ before, after }: Pair) {
  return (
    <td>
      <strong>{formatDifference(after - before)}</strong>
      <span className={sheet.definition}>
        {formatDuration(before)}, then {formatDuration(after)}
      </span>
    </td>
  );
}
