'use client';
/** "Open a trace": a file or a recorded run becomes a timeline, and a link leads back to the same moment. */
import dynamic from 'next/dynamic';
import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Minimap, Tools } from '@/components/timeline/lazy-tools';
import { keepTrying } from '@/components/ui/keep-trying';
import type { Trace } from '@/lib/trace/schema';
import type { ViewLink } from '@/lib/trace/view-link';
import styles from './open-trace.module.css';
import { OpenedRun } from './opened-run';
import type { Opened } from './opening';
import { type RecordedSource, Sources } from './sources';

/** With what is shown from the beginning: it would push the figure down if it came later. */
const LiveTimeline = dynamic(() =>
  keepTrying(async () => {
    const [{ LiveTimeline: Live }] = await Promise.all([
      import('@/components/workbench/live-timeline'),
      Minimap.fetch(),
      Tools.fetch(),
    ]);
    return Live;
  }),
);
const loadOpening = () => import('./opening');
const loadLinks = () => import('@/lib/trace/view-link');

type Shown = { readonly trace: Trace; readonly name: string; readonly source: RunSource };
type RunSource = { readonly run: string } | { readonly file: string };
type Notice = { readonly kind: 'reading' | 'refused' | 'hint'; readonly words: string };

export function OpenTrace({
  address,
  runs,
}: {
  /** Of this page, without a hash. */
  readonly address: string;
  readonly runs: readonly RecordedSource[];
}) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [link, setLink] = useState<ViewLink | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const latest = useRef(0);

  const open = useCallback(async (words: string, work: () => Promise<Opened>, run: string | null) => {
    latest.current += 1;
    const turn = latest.current;
    setNotice({ kind: 'reading', words });
    const opened = await work().catch(() => null);
    if (turn !== latest.current) return;
    if (opened === null) {
      setNotice({ kind: 'refused', words: 'The recorded run could not be fetched. Are you online?' });
    } else if (opened.trace === null) {
      const { reason, place } = opened.refusal;
      const where = place === null ? '' : ` Line ${place.line}, column ${place.column}.`;
      setNotice({ kind: 'refused', words: `${opened.name} was not opened. ${reason}${where}` });
    } else {
      const source = run === null ? { file: opened.trace.scenario.hash } : { run };
      setShown({ trace: opened.trace, name: opened.name, source });
      setNotice(null);
    }
  }, []);

  const openOwn = useCallback(
    async (file: File) => {
      await open(`Reading ${file.name}…`, async () => (await loadOpening()).openFile(file), null);
    },
    [open],
  );

  const openRun = useCallback(
    async ({ id, title, recording }: RecordedSource) => {
      const work = async () => (await loadOpening()).openRecording(recording, title);
      await open('Fetching the recorded run…', work, id);
    },
    [open],
  );

  useEffect(() => {
    const follow = async () => {
      if (window.location.hash === '') return;
      const read = (await loadLinks()).readViewLink(window.location.hash);
      if (read === 'none') return;
      const source = read === 'broken' ? undefined : runs.find(({ id }) => id === read.run);
      if (read === 'broken' || (read.run !== undefined && source === undefined)) {
        setNotice({
          kind: 'hint',
          words: 'The link that brought you here cannot be understood and was ignored. Open a run below.',
        });
        return;
      }
      setLink(read);
      if (source) await openRun(source);
      else if (read.file !== undefined) {
        setNotice({
          kind: 'hint',
          words:
            'This link points into a trace file. Open that file, and you will see what whoever sent it saw.',
        });
      }
    };
    void follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [runs, openRun]);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) void openOwn(file);
  };

  return (
    // Dropping is a shortcut for the button that chooses a file.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing here is reached by dropping alone
    <div onDragOver={(event) => event.preventDefault()} onDrop={onDrop} className={styles.page}>
      <Sources runs={runs} onFile={openOwn} onRun={openRun}>
        <p role="status" className={styles.notice} data-kind={notice?.kind}>
          {notice?.words}
        </p>
        {notice === null && (
          <p className={styles.hint}>Or drop a file here. It is read in this page and sent nowhere.</p>
        )}
      </Sources>
      {shown && (
        <OpenedRun trace={shown.trace} name={shown.name}>
          <LiveTimeline
            key={`${shown.name} ${link === null ? '' : JSON.stringify(link)}`}
            trace={shown.trace}
            origin={{ address, ...shown.source }}
            link={matches(link, shown.source) ? link : null}
            tools
          />
        </OpenedRun>
      )}
    </div>
  );
}

/** A link's view belongs to the run that it names, or to whatever file has its hash. */
function matches(link: ViewLink | null, source: RunSource): boolean {
  if (link === null) return false;
  return 'run' in source ? link.run === source.run : link.file === source.file;
}
