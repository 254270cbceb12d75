'use client';
/** The record itself: as a file, back from a file, or forgotten. Nothing is changed before it is confirmed. */
import { useState } from 'react';
import { copyPreference, forgetCopies } from '@/components/shell/preference';
import { offerFile } from '@/components/ui/offer-file';
import { mergeContents } from '@/lib/progress/merge';
import { openRecord } from '@/lib/progress/open-record';
import type { RecordContents } from '@/lib/progress/record';
import { contentsWords } from '@/lib/review/contents-words';
import { Confirmation } from './confirmation';

type State =
  | { readonly kind: 'idle'; readonly said: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'to-merge'; readonly added: RecordContents; readonly writtenAt: number }
  | { readonly kind: 'to-clear' };

const BUTTON =
  'inline-flex h-11 items-center rounded-card border border-line-strong px-5 font-medium hover:border-accent hover:text-accent';

/** Hands the record to the browser as a file. */
async function download(contents: RecordContents) {
  const { writeRecordFile } = await import('@/lib/progress/record-file');
  const now = new Date();
  const file = new Blob([writeRecordFile(contents, now.getTime())], { type: 'application/json' });
  offerFile(file, `await-points-record-${now.toISOString().slice(0, 10)}.json`);
}

export function KeepRecord({ contents }: { readonly contents: RecordContents }) {
  const [state, setState] = useState<State>({ kind: 'idle', said: '' });
  const idle = (said = '') => setState({ kind: 'idle', said });

  async function read(file: File) {
    const { readRecordFile } = await import('@/lib/progress/record-file');
    const result = readRecordFile(await file.text());
    setState(
      result.kind === 'refused'
        ? { kind: 'refused', reason: result.reason }
        : { kind: 'to-merge', added: result.contents, writtenAt: result.writtenAt },
    );
  }

  async function merge(added: RecordContents) {
    await (await openRecord()).amendContents((kept) => mergeContents(kept, added));
    for (const [key, value] of Object.entries(mergeContents(contents, added).preferences)) {
      copyPreference(key, value);
    }
    idle('The file is merged into what this browser keeps.');
  }

  async function clear() {
    forgetCopies();
    await (await openRecord()).clear();
    idle('Everything is forgotten.');
  }

  return (
    <section aria-labelledby="record" className="max-w-(--measure)">
      <h2 id="record" className="text-2xl font-[650] tracking-tight">
        Your record
      </h2>
      <p className="mt-3 text-ink-soft">
        This browser keeps {contentsWords(contents)}. As a file you can keep it elsewhere, or take it to
        another browser, where it is merged with what is there.
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <button type="button" className={BUTTON} onClick={() => void download(contents)}>
          Export to a file
        </button>
        <FileButton onFile={(file) => void read(file)} />
        <button type="button" className={BUTTON} onClick={() => setState({ kind: 'to-clear' })}>
          Clear…
        </button>
      </div>
      {state.kind === 'to-merge' && (
        <Confirmation
          title="Merge this file?"
          confirm="Merge"
          onConfirm={() => void merge(state.added)}
          onCancel={() => idle()}
        >
          It was written on {new Date(state.writtenAt).toLocaleDateString('en', { dateStyle: 'long' })} and
          holds {contentsWords(state.added)}. Nothing that this browser keeps is lost: where both know
          something, the first answer and the newest text stay, and an older text can be brought back.
        </Confirmation>
      )}
      {state.kind === 'to-clear' && (
        <Confirmation
          title="Forget everything?"
          confirm="Clear for good"
          danger
          onConfirm={() => void clear()}
          onCancel={() => idle()}
          offer={
            <button type="button" className={BUTTON} onClick={() => void download(contents)}>
              Export to a file first
            </button>
          }
        >
          This forgets {contentsWords(contents)}, in this browser and for good.
        </Confirmation>
      )}
      <p role="status" className={`mt-4 ${state.kind === 'refused' ? 'text-danger' : 'text-ink-soft'}`}>
        {state.kind === 'idle' && state.said}
        {state.kind === 'refused' && `${state.reason} Nothing was changed.`}
      </p>
    </section>
  );
}

/** A button that asks for a file; the same file can be chosen twice. */
function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <label className={`${BUTTON} has-focus-visible:outline-2 has-focus-visible:outline-accent`}>
      Import a file…
      <input
        type="file"
        accept="application/json,.json"
        className="sr-only"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
    </label>
  );
}
