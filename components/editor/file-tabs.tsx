/** The files as tabs: arrow keys move between them, Home and End go to the ends. */
import type { KeyboardEvent } from 'react';
import { tabAfter } from '@/components/ui/tab-after';
import { tabKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import styles from './editor.module.css';

type Properties = {
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly readOnly: boolean }[];
  readonly active: string;
  /** Files in which the playhead marks something. */
  readonly marked: ReadonlySet<string>;
  readonly onActivate: (path: string) => void;
};

export function FileTabs({ id, files, active, marked, onActivate }: Properties) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const name = pressed(tabKeys, event);
    const from = files.findIndex(({ path }) => path === active);
    const target = name === null ? undefined : files[tabAfter(name, from, files.length)];
    if (target === undefined) return;
    event.preventDefault();
    onActivate(target.path);
    document.getElementById(`${id}-tab-${target.path}`)?.focus();
  }

  return (
    <div className={styles.tabs} role="tablist" aria-label="Files" tabIndex={-1} onKeyDown={onKeyDown}>
      {files.map(({ path, readOnly }) => (
        <button
          key={path}
          type="button"
          role="tab"
          id={`${id}-tab-${path}`}
          aria-selected={path === active}
          aria-controls={`${id}-page`}
          tabIndex={path === active ? 0 : -1}
          className={styles.tab}
          onClick={() => onActivate(path)}
        >
          {path}{' '}
          {marked.has(path) && (
            <span className={styles.marked} title="The playhead is in this file" aria-hidden="true" />
          )}
          {readOnly && <span className={styles.tag}>read only</span>}
        </button>
      ))}
    </div>
  );
}
