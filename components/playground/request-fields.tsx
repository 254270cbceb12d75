'use client';
/** One request: when it arrives, what it asks for, and whether its client goes away. */
import { useState } from 'react';
import type { PlaygroundRequest } from '@/lib/playground/arrangement';
import styles from './playground.module.css';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

const milliseconds = (seconds: number) => Math.round(seconds * 1000);

type Properties = {
  readonly request: PlaygroundRequest;
  readonly onChange: (by: Partial<PlaygroundRequest>) => void;
  readonly onRemove: () => void;
};

export function RequestFields({ request, onChange, onRemove }: Properties) {
  const { id, method, path, at, headers, body, disconnect_after: leaves } = request;
  return (
    <li className={styles.request}>
      <span className={styles.requestId}>{id}</span>
      <label className={styles.field}>
        <span>at, ms</span>
        <input
          type="number"
          className={styles.number}
          min={0}
          max={60_000}
          step={10}
          value={milliseconds(at)}
          onChange={({ currentTarget }) =>
            onChange({ at: Math.min(60_000, Math.max(0, currentTarget.valueAsNumber || 0)) / 1000 })
          }
        />
      </label>
      <label className={styles.field}>
        <span>method</span>
        <select value={method} onChange={({ currentTarget }) => onChange({ method: currentTarget.value })}>
          {[...new Set([...METHODS, method])].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label className={`${styles.field} ${styles.path}`}>
        <span>path</span>
        <input
          type="text"
          value={path}
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ currentTarget: { value } }) =>
            onChange({ path: value.startsWith('/') ? value : `/${value}` })
          }
        />
      </label>
      <button type="button" className={styles.tool} aria-label={`Remove request ${id}`} onClick={onRemove}>
        ×
      </button>
      <details className={styles.more}>
        <summary>
          More<span className="sr-only"> of request {id}</span>
        </summary>
        <HeaderField headers={headers} onChange={(next) => onChange({ headers: next })} />
        <label className={styles.field}>
          <span>body</span>
          <textarea
            rows={2}
            value={body ?? ''}
            onChange={({ currentTarget: { value } }) => onChange({ body: value === '' ? undefined : value })}
          />
        </label>
        <label className={styles.field}>
          <span>client leaves after, ms (empty: it stays)</span>
          <input
            type="number"
            className={styles.number}
            min={0}
            step={10}
            value={leaves === undefined ? '' : milliseconds(leaves)}
            onChange={({ currentTarget: { value, valueAsNumber } }) =>
              onChange({ disconnect_after: value === '' ? undefined : Math.max(0, valueAsNumber) / 1000 })
            }
          />
        </label>
      </details>
    </li>
  );
}

/** Headers as lines of text, as they are on the wire. What cannot be read yet stays in the field. */
function HeaderField({
  headers,
  onChange,
}: {
  readonly headers: Readonly<Record<string, string>>;
  readonly onChange: (headers: Record<string, string>) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  return (
    <label className={styles.field}>
      <span>headers, one a line: Name: value</span>
      <textarea
        rows={2}
        spellCheck={false}
        value={typed ?? text}
        onBlur={() => setTyped(null)}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          onChange(readHeaders(value));
        }}
      />
    </label>
  );
}

function readHeaders(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const [, name, value] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}
