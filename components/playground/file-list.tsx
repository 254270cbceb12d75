'use client';
/** The files of the stack, to be renamed and removed: a module that is imported has to be called so. */
import { useState } from 'react';
import { type Files, modulesOf } from '@/lib/playground/arrangement';
import { type FileChange, removeFile, renameFile } from '@/lib/playground/arranging';
import { missingImports } from '@/lib/playground/imports';
import { nameKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import styles from './playground.module.css';

type Properties = {
  readonly files: Files;
  readonly onRename: (change: FileChange) => void;
  readonly onRemove: (change: FileChange) => void;
};

export function FileList({ files, onRename, onRemove }: Properties) {
  const paths = Object.keys(modulesOf(files));
  return (
    <ul className={styles.layers}>
      {paths.map((path) => (
        <li key={path} className={styles.file}>
          <FileName path={path} onRename={(to) => onRename(renameFile(files, path, to))} />
          <button
            type="button"
            className={styles.tool}
            aria-label={`Remove ${path}`}
            onClick={() => onRemove(removeFile(files, path))}
          >
            ×
          </button>
          <Missing names={missingImports(files, path)} />
        </li>
      ))}
    </ul>
  );
}

function FileName({ path, onRename }: { readonly path: string; readonly onRename: (to: string) => void }) {
  const [typed, setTyped] = useState(path);
  const settle = () => {
    if (typed.trim() !== path) onRename(typed.trim());
    setTyped(path);
  };
  return (
    <input
      type="text"
      aria-label={`Name of ${path}`}
      className={styles.link}
      spellCheck={false}
      autoCapitalize="off"
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        const name = pressed(nameKeys, event);
        if (name === 'rename') event.currentTarget.blur();
        if (name === 'restore') setTyped(path);
      }}
    />
  );
}

function Missing({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return <p className={styles.missing}>imports {names.join(', ')}, which is not here</p>;
}
