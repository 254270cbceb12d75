'use client';
/** The now: what stands at the playhead, in words. Renders once per moment, never per frame. */
import type { CSSProperties, ReactNode } from 'react';
import { changeAt } from '@/lib/trace/axis';
import { formatDuration } from '@/lib/trace/duration';
import { type Holder, type Now, type RequestNow, stateAt, type ThreadNow } from '@/lib/trace/state-at';
import type { Place, RequestGroup } from '@/lib/trace/timeline';
import { timeAtPosition } from '@/lib/trace/times';
import { capitalise, layerWords, requestName, WAITS_FOR } from '@/lib/trace/words';
import { Group } from './group';
import { hue } from './placing';
import type { Run } from './run';
import { useReading, useView, type ViewStore } from './view-store';

export function NowPanel({
  store,
  run,
  onSelectPlace,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  const change = useReading(store, (position) => changeAt(run.timeline, position));
  const playing = useView(store, (view) => view.playing);
  const touched = useView(store, (view) => view.touched);
  if (run.timeline.end === 0) return null;
  const now = stateAt(run.timeline, change);
  const lines = Math.min(Math.max(run.timeline.groups.length, 2), 5);
  const custom = { minHeight: `${lines * 1.6 + 2.6}rem` } as CSSProperties;
  return (
    <Group label="Now, at the playhead" className="rounded-card border border-line bg-surface">
      <p
        role="status"
        aria-live={playing ? 'off' : 'polite'}
        className="min-h-11 border-b border-line px-4 py-2.5 text-ink"
      >
        {touched ? run.story[now.moment]?.sentence : 'Press play, or step through what happens.'}
      </p>
      <dl className="grid sm:grid-cols-2 lg:grid-cols-4" style={custom}>
        <Card title="Event loop">
          <LoopNow run={run} now={now} onSelectPlace={onSelectPlace} />
        </Card>
        <Card title="Ready, in order">
          {now.ready.length === 0 && <Nobody />}
          <ol className="grid gap-1">
            <First of={now.ready}>
              {(request) => (
                <li key={request.group.index}>
                  <Who group={request.group} />{' '}
                  <Faint>since {formatDuration(timeOf(run, request.since))}</Faint>
                </li>
              )}
            </First>
          </ol>
        </Card>
        <Card title="Suspended">
          <SuspendedNow now={now} onSelectPlace={onSelectPlace} />
        </Card>
        <Card title={run.timeline.threads.length > 0 ? 'Threads' : 'Output so far'}>
          {run.timeline.threads.length > 0 ? <ThreadsNow run={run} now={now} /> : <OutputNow now={now} />}
        </Card>
      </dl>
      {run.timeline.threads.length > 0 && run.timeline.outputs.length > 0 && (
        <div className="border-t border-line px-4 py-3 text-sm">
          <p className="mb-1 text-xs font-semibold text-ink-faint">Output so far</p>
          <OutputNow now={now} />
        </div>
      )}
    </Group>
  );
}

/** Nobody reads further down a list of what stands at one moment. */
const MOST = 6;

/** The first of a list as they are shown, and how many more there are. */
function First<Item>({
  of,
  children,
}: {
  readonly of: readonly Item[];
  readonly children: (item: Item) => ReactNode;
}) {
  return (
    <>
      {of.slice(0, MOST).map(children)}
      {of.length > MOST && (
        <li>
          <Faint>and {(of.length - MOST).toLocaleString('en')} more</Faint>
        </li>
      )}
    </>
  );
}

const timeOf = (run: Run, position: number) => timeAtPosition(run.timeline.times, position);

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0 px-4 py-3 text-sm not-first:border-t not-first:border-line sm:border-t-0! lg:not-first:border-l">
      <dt className="mb-1 text-xs font-semibold text-ink-faint">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LoopNow({
  run,
  now,
  onSelectPlace,
}: {
  readonly run: Run;
  readonly now: Now;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  if (run.timeline.loops.length === 0) return <Faint>This run has no event loop.</Faint>;
  if (now.holder === null) {
    return (
      <Faint>{now.ready.length > 0 ? 'Free, and about to be handed on.' : 'Idle: nobody can go on.'}</Faint>
    );
  }
  return <HolderNow holder={now.holder} onSelectPlace={onSelectPlace} />;
}

function HolderNow({
  holder,
  onSelectPlace,
}: {
  readonly holder: Holder;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  return (
    <>
      <p>
        {holder.blocking ? <strong className="text-danger">Blocked by </strong> : 'Held by '}
        {holder.group ? <Who group={holder.group} /> : <CallbackName name={holder.name} />}
      </p>
      <p>
        {holder.layer && <span className="text-ink-soft">in {layerWords(holder.layer)} </span>}
        <LineLink place={holder.place} onSelectPlace={onSelectPlace} />
      </p>
    </>
  );
}

/** Between two turns of requests the loop runs callbacks of its own, which wake the next in line. */
function CallbackName({ name }: { readonly name: string }) {
  return (
    <span>
      the loop’s own <code className="text-xs break-words">{name}</code>
    </span>
  );
}

function SuspendedNow({
  now,
  onSelectPlace,
}: {
  readonly now: Now;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  const waiting = now.requests.filter(({ state }) => state === 'suspended' || state === 'queued');
  if (waiting.length === 0) return <Nobody />;
  return (
    <ul className="grid gap-1">
      <First of={waiting}>
        {(request) => (
          <li key={request.group.index}>
            <Who group={request.group} /> <LineLink place={request.place} onSelectPlace={onSelectPlace} />{' '}
            <Faint>{waitWords(request)}</Faint>
          </li>
        )}
      </First>
    </ul>
  );
}

function waitWords({ state, waitsFor, thread }: RequestNow): string {
  if (state === 'queued') return 'waits for a thread';
  if (thread !== null) return `its thread ${thread.name} waits for the loop`;
  if (waitsFor === null) return '';
  const until = waitsFor.until === null ? '' : ` until ${formatDuration(waitsFor.until)}`;
  return `waits for ${WAITS_FOR[waitsFor.on]}${until}`;
}

function ThreadsNow({ run, now }: { readonly run: Run; readonly now: Now }) {
  const busy = now.threads.filter(({ working, held, queue }) => working || held || queue.length > 0);
  if (busy.length === 0) return <Faint>None works.</Faint>;
  return (
    <ul className="grid gap-1">
      <First of={busy}>{(thread) => <ThreadLine key={thread.thread.id} run={run} thread={thread} />}</First>
    </ul>
  );
}

function ThreadLine({ run, thread }: { readonly run: Run; readonly thread: ThreadNow }) {
  const stay = thread.working ?? thread.held ?? thread.queue[0];
  const group = stay && run.timeline.groups[stay.group];
  const doing = thread.working ? 'works' : thread.held ? 'waits for the loop' : 'is about to be given work';
  return (
    <li>
      Thread {thread.thread.name} {group && <Who group={group} />} <Faint>{doing}</Faint>
    </li>
  );
}

function OutputNow({ now }: { readonly now: Now }) {
  if (now.output.length === 0) return <Faint>Nothing yet.</Faint>;
  return (
    <pre className="max-h-32 overflow-auto text-xs whitespace-pre-wrap">
      {now.output.map(({ text }) => text.replace(/\n?$/, '\n')).join('')}
    </pre>
  );
}

function Who({ group }: { readonly group: RequestGroup }) {
  return (
    <span className="font-semibold whitespace-nowrap text-ink">
      <span
        className="mr-1.5 inline-block size-2.5 rounded-full"
        style={{ background: hue(group.index) }}
        aria-hidden="true"
      />
      {capitalise(requestName(group))}
    </span>
  );
}

function LineLink({
  place,
  onSelectPlace,
}: {
  readonly place: Place | null;
  readonly onSelectPlace: ((place: Place) => void) | undefined;
}) {
  if (place === null) return null;
  const words = `${place.file} line ${place.line}`;
  if (!onSelectPlace) return <span>{words}</span>;
  return (
    <button
      type="button"
      className="min-h-6 text-left text-accent underline underline-offset-2"
      title={`Show ${words}`}
      onClick={() => onSelectPlace(place)}
    >
      {words}
    </button>
  );
}

const Faint = ({ children }: { readonly children: ReactNode }) => (
  <span className="text-ink-soft">{children}</span>
);
const Nobody = () => <Faint>Nobody.</Faint>;
