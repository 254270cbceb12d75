'use client';
/** Handing a run on: a link to this very moment, and the trace as a file. */
import { useState } from 'react';
import type { FigureMarks } from './figure-model';
import { Group } from './group';
import { linkOf, type RunOrigin } from './linking';
import type { Run } from './run';
import { ToolButton } from './tool-button';
import styles from './tools.module.css';
import type { ViewStore } from './view-store';

export function HandOn({
  store,
  run,
  figure,
  origin,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly figure: FigureMarks;
  readonly origin: RunOrigin | undefined;
}) {
  const [said, setSaid] = useState('');
  /** Does it and says how it went. */
  const attempt = async (done: string, failed: string, work: () => Promise<void>) => {
    setSaid('');
    try {
      await work();
      setSaid(done);
    } catch (error) {
      setSaid(error instanceof RangeError ? error.message : failed);
    }
  };
  const copyLink = (from: RunOrigin) =>
    attempt(
      from.file === undefined ? 'Link copied.' : 'Link copied. It is for whoever has this trace file.',
      'The browser did not let the link be copied.',
      async () => {
        const { writeViewLink } = await import('@/lib/trace/view-link');
        const link = new URL(from.address, window.location.href);
        link.hash = writeViewLink(linkOf(store, run, from));
        await navigator.clipboard.writeText(link.href);
      },
    );
  const save = (format: 'json' | 'svg' | 'png') =>
    attempt('Saved.', 'The file could not be made.', async () => {
      const { saveRun } = await import('./saving');
      await saveRun(store, run, figure, format);
    });
  return (
    <>
      <span role="status" className={styles.soft}>
        {said}
      </span>
      {origin && <ToolButton onPress={() => copyLink(origin)}>Copy link</ToolButton>}
      <Group label="Save as" className={styles.group}>
        <span aria-hidden="true" className={styles.soft}>
          Save as
        </span>
        <ToolButton label="Save the picture as SVG" onPress={() => save('svg')}>
          SVG
        </ToolButton>
        <ToolButton label="Save the picture as PNG" onPress={() => save('png')}>
          PNG
        </ToolButton>
        <ToolButton label="Save the trace as a file" onPress={() => save('json')}>
          Trace
        </ToolButton>
      </Group>
    </>
  );
}
