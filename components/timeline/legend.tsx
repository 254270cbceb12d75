/** What each mark means, drawn with the marks themselves. */
import type { CSSProperties, ReactNode } from 'react';
import type { Shape } from './figure-model';
import { BlockingSign } from './icons';
import styles from './marks.module.css';

const ENTRIES: readonly { readonly shape: Shape; readonly name: string; readonly meaning: string }[] = [
  { shape: 'running', name: 'Running', meaning: 'it holds the event loop; only one can' },
  { shape: 'suspended', name: 'Suspended', meaning: 'it waits at an await; the loop is free for others' },
  { shape: 'ready', name: 'Ready', meaning: 'it could go on, but somebody else holds the loop' },
  { shape: 'blocking', name: 'Blocking', meaning: 'it keeps the loop without giving way; everybody waits' },
  { shape: 'in-thread', name: 'In a thread', meaning: 'solid in the lane of the thread that runs it' },
  { shape: 'ghost', name: 'Away', meaning: 'its work is in a thread, or queued for one' },
  { shape: 'queued', name: 'Queued', meaning: 'in the lane of a thread that is not yet free' },
  { shape: 'held', name: 'Held', meaning: 'a thread that only waits for the loop' },
];

export function Legend({ children }: { readonly children?: ReactNode }) {
  return (
    <details className="text-sm print:not-open:hidden">
      <summary className="w-fit rounded py-1 text-ink-soft hover:text-ink">How to read this</summary>
      <ul className="mt-2 grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
        {ENTRIES.map(({ shape, name, meaning }) => (
          <li key={shape} className="flex items-center gap-3">
            <Sample shape={shape} />
            <span>
              <strong className="font-semibold text-ink">{name}</strong>{' '}
              <span className="text-ink-soft">{meaning}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 max-w-prose text-ink-soft">
        Colour only says whose mark it is. A box is one pass of a request through a layer: on the left the way
        in, on the right the way out, and inside it everything that the layer called. Steps gives every event
        room and shortens long waits; Time is to scale.
      </p>
      {children}
    </details>
  );
}

const WHOLE = { y: 1, height: 16, rx: 3 };
const PILL = { y: 2, height: 14, rx: 7 };
const EXTENT: Partial<Record<Shape, typeof WHOLE>> = {
  'in-thread': PILL,
  queued: { y: 5, height: 8, rx: 4 },
  held: { y: 5, height: 8, rx: 4 },
  ghost: { y: 3, height: 12, rx: 3 },
};

/** A mark in small, as the legend and a question about states show it. */
export function Sample({ shape }: { readonly shape: Shape }) {
  const style = { '--hue': 'var(--request-a)' } as CSSProperties;
  const thin = shape === 'suspended';
  return (
    <svg width="44" height="20" viewBox="-2 -2 48 22" className="flex-none" style={style} aria-hidden="true">
      {thin && (
        <>
          <rect x="0" y="5" width="44" height="8" rx="2" fill="none" className={styles.suspended} />
          <path
            d="M4 13 L12 5 M11 13 L19 5 M18 13 L26 5 M25 13 L33 5 M32 13 L40 5"
            className={styles.hatch}
          />
        </>
      )}
      {!thin && <rect x="0" width="44" className={styles[shape]} {...(EXTENT[shape] ?? WHOLE)} />}
      {shape === 'blocking' && (
        <svg x="15" y="2.5" width="13" height="13" aria-hidden="true">
          <BlockingSign />
        </svg>
      )}
    </svg>
  );
}
