'use client';
/** Search over sentences, functions, files and outputs, with the way from hit to hit. */
import { type KeyboardEvent, useId } from 'react';
import { hitKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import type { Run } from './run';
import { goToHit, hitAt, momentsFound } from './searching';
import { ToolButton } from './tool-button';
import styles from './tools.module.css';
import { useReading, useView, type ViewStore } from './view-store';

export function SearchField({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const id = useId();
  const query = useView(store, (view) => view.search);
  const hits = momentsFound(run, query);
  const at = useReading(store, (position) => (store.view.touched ? hitAt(hits, Math.floor(position)) : 0));
  const searching = query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent) => {
    const name = pressed(hitKeys, event);
    if (name === 'clear') store.change({ search: '' });
    else if (name !== null) {
      event.preventDefault();
      goToHit(store, run, name === 'previousHit' ? 'back' : 'forward');
    }
  };
  return (
    <search className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        Search
      </label>
      <div className={styles.group}>
        <input
          id={id}
          type="search"
          value={query}
          placeholder="function, file:line, output, words"
          className={styles.input}
          onChange={(event) => store.change({ search: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <ToolButton
          label="Previous hit"
          disabled={hits.length === 0}
          onPress={() => goToHit(store, run, 'back')}
        >
          ↑
        </ToolButton>
        <ToolButton
          label="Next hit"
          disabled={hits.length === 0}
          onPress={() => goToHit(store, run, 'forward')}
        >
          ↓
        </ToolButton>
        <span role="status" className={styles.count}>
          {searching && hits.length > 0 && `${at} of ${hits.length.toLocaleString('en')}`}
          {searching && hits.length === 0 && 'Nothing found.'}
        </span>
        {searching && hits.length === 0 && (
          <ToolButton onPress={() => store.change({ search: '' })}>Clear</ToolButton>
        )}
      </div>
    </search>
  );
}
