'use client';
/** Which requests arrive when, and at what kind of server. */
import { useId } from 'react';
import type { Arrangement, Files, PlaygroundRequest } from '@/lib/playground/arrangement';
import { addRequest, changeRequest, chooseServer, removeRequest } from '@/lib/playground/arranging';
import styles from './playground.module.css';
import { RequestFields } from './request-fields';

/** More rows than this are for the code of a scenario, not for a form. */
const SHOWN = 12;

type Properties = {
  readonly files: Files;
  readonly arrangement: Arrangement;
  readonly onArrange: (files: Files) => void;
};

export function RequestPanel({ files, arrangement, onArrange }: Properties) {
  const { requests, mode, wsgi_threads: threads } = arrangement;
  const title = useId();
  const change = (index: number, by: Partial<PlaygroundRequest>) =>
    onArrange(changeRequest(files, index, by));
  return (
    <section aria-labelledby={title} className={styles.panel}>
      <h2 id={title} className={styles.panelTitle}>
        The requests
      </h2>
      <fieldset className={styles.server}>
        <legend className="sr-only">The server</legend>
        {(['asgi', 'wsgi'] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="server"
              checked={mode === kind}
              onChange={() => onArrange(chooseServer(files, kind, threads))}
            />
            {kind.toUpperCase()}
          </label>
        ))}
        {mode === 'wsgi' && (
          <label>
            with{' '}
            <input
              type="number"
              className={styles.number}
              min={1}
              max={64}
              value={threads}
              onChange={({ currentTarget }) =>
                onArrange(chooseServer(files, mode, Math.round(currentTarget.valueAsNumber || 1)))
              }
            />{' '}
            {threads === 1 ? 'thread' : 'threads'}
          </label>
        )}
      </fieldset>
      <ol className={styles.requests}>
        {requests.slice(0, SHOWN).map((request, index) => (
          <RequestFields
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
            key={index}
            request={request}
            onChange={(by) => change(index, by)}
            onRemove={() => onArrange(removeRequest(files, index))}
          />
        ))}
      </ol>
      {requests.length > SHOWN && (
        <p className={styles.empty}>and {requests.length - SHOWN} more, which run as well.</p>
      )}
      {requests.length === 0 && <p className={styles.empty}>No request: Django starts, and nothing comes.</p>}
      <button type="button" className={styles.action} onClick={() => onArrange(addRequest(files))}>
        Add a request
      </button>
    </section>
  );
}
