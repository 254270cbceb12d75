'use client';
/** Which requests have rows: by name, by layer, by what they went through. It always says how many are hidden. */
import { useId, useMemo } from 'react';
import { type Fate, layerNames } from '@/lib/trace/run-filter';
import type { Run } from './run';
import { ToolButton } from './tool-button';
import styles from './tools.module.css';
import { useView, type ViewStore } from './view-store';

const FATES: readonly { readonly fate: Fate; readonly words: string }[] = [
  { fate: 'blocking', words: 'Blocked the loop' },
  { fate: 'ready', words: 'Waited for the loop' },
  { fate: 'queued', words: 'Waited for a thread' },
  { fate: 'in-thread', words: 'Was in a thread' },
  { fate: 'failed', words: 'Failed' },
  { fate: 'cancelled', words: 'Client went away' },
];

const toggled = <Member,>(list: readonly Member[], member: Member): readonly Member[] =>
  list.includes(member) ? list.filter((own) => own !== member) : [...list, member];

export function Filters({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const id = useId();
  const filter = useView(store, (view) => view.filter);
  const layers = useMemo(() => layerNames(run.timeline), [run]);
  const change = (changes: Partial<typeof filter>) => store.change({ filter: { ...filter, ...changes } });
  return (
    <div className={`${styles.line} ${styles.rule}`}>
      <div className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          Only requests
        </label>
        <input
          id={id}
          type="text"
          value={filter.requests}
          placeholder="ids, part of a path, 500"
          className={styles.input}
          onChange={(event) => change({ requests: event.currentTarget.value })}
        />
      </div>
      <Pressed label="Through any of the layers">
        {layers.map((name) => (
          <ToolButton
            key={name}
            pressed={filter.layers.includes(name)}
            onPress={() => change({ layers: toggled(filter.layers, name) })}
          >
            {name}
          </ToolButton>
        ))}
      </Pressed>
      <Pressed label="To which any of this happened">
        {FATES.map(({ fate, words }) => (
          <ToolButton
            key={fate}
            pressed={filter.fates.includes(fate)}
            onPress={() => change({ fates: toggled(filter.fates, fate) })}
          >
            {words}
          </ToolButton>
        ))}
      </Pressed>
    </div>
  );
}

function Pressed({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.group}>{children}</div>
    </fieldset>
  );
}
