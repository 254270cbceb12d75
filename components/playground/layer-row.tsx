/** One layer of the stack, with all that can be done to it. Everything a drag does, a button does as well. */
import type { DragEvent } from 'react';
import type { Form } from '@/lib/playground/convert-layer';
import styles from './playground.module.css';

type Properties = {
  readonly name: string;
  /** Where its code stands; null for Django's own. */
  readonly file: string | null;
  /** null where only a run can tell. */
  readonly form: Form | null;
  /** The form it can be turned into; null where it cannot. */
  readonly convertTo: 'sync' | 'async' | null;
  readonly on: boolean;
  /** From 1, outermost first. */
  readonly place: number;
  readonly of: number;
  readonly dragged: boolean;
  readonly onDrag: {
    readonly start: (event: DragEvent) => void;
    readonly over: (event: DragEvent) => void;
    readonly drop: (event: DragEvent) => void;
    readonly end: () => void;
  };
  readonly onMove: (by: -1 | 1) => void;
  readonly onSwitch: (on: boolean) => void;
  readonly onConvert: (to: 'sync' | 'async') => void;
  readonly onRemove: () => void;
  readonly onShow: (file: string) => void;
};

export function LayerRow({
  name,
  file,
  form,
  convertTo,
  on,
  place,
  of,
  dragged,
  onDrag,
  ...act
}: Properties) {
  return (
    <li
      className={styles.layer}
      data-off={!on || undefined}
      data-dragged={dragged || undefined}
      draggable
      onDragStart={onDrag.start}
      onDragOver={onDrag.over}
      onDrop={onDrag.drop}
      onDragEnd={onDrag.end}
    >
      <span className={styles.handle} aria-hidden="true">
        ⠿
      </span>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) => act.onSwitch(currentTarget.checked)}
        />
        <span className="sr-only">{name} is in the stack</span>
      </label>
      {file === null ? (
        <span className={styles.name}>{name}</span>
      ) : (
        <button type="button" className={styles.name} onClick={() => act.onShow(file)}>
          {name}
          <span className="sr-only">, show {file}</span>
        </button>
      )}
      <span className={styles.form} data-form={form ?? undefined}>
        {form ?? 'unclear'}
      </span>
      <span className={styles.tools}>
        {convertTo !== null && (
          <button
            type="button"
            className={styles.tool}
            aria-label={`Make ${convertTo}: ${name}`}
            onClick={() => act.onConvert(convertTo)}
          >
            Make {convertTo}
          </button>
        )}
        <button
          type="button"
          className={styles.tool}
          disabled={place === 1}
          aria-label={`Move ${name} up, outwards`}
          onClick={() => act.onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className={styles.tool}
          disabled={place === of}
          aria-label={`Move ${name} down, towards the view`}
          onClick={() => act.onMove(1)}
        >
          ↓
        </button>
        <button type="button" className={styles.tool} aria-label={`Remove ${name}`} onClick={act.onRemove}>
          ×
        </button>
      </span>
    </li>
  );
}
