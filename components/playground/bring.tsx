'use client';
/** The way in for files of the reader's own: chosen, dropped anywhere on the page, or pasted. They are sent nowhere. */
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import styles from './playground.module.css';
import type { HandedOver } from './read-files';

/** A longer text, or one of several lines, did not come from a single key. */
const TYPED = 2;

/** What was handed over: files, or a text without a name. */
export type Handed = HandedOver | { readonly text: string };

type Properties = {
  readonly onHand: (handed: Handed) => void;
  /** Says why nothing was brought. */
  readonly onRefuse: (words: string) => void;
  /** Called when somebody is about to bring something. */
  readonly onIntent: () => void;
};

/** The attribute has no property in React. */
const asksForFolder = (input: HTMLInputElement | null) => input?.setAttribute('webkitdirectory', '');

export function Bring({ onHand, onRefuse, onIntent }: Properties) {
  const [isOver, setOver] = useState(false);
  const latest = useRef({ onHand, onIntent });
  latest.current = { onHand, onIntent };
  const paste = (text: string) =>
    text.trim() === '' ? onRefuse('There was no text to paste.') : onHand({ text });

  useEffect(() => {
    const isOfFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    // Anywhere on the page: a browser would leave it, to open the file, where it is missed by a finger's breadth.
    const over = (event: DragEvent) => {
      if (!isOfFiles(event)) return;
      event.preventDefault();
      setOver(true);
      latest.current.onIntent();
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!isOfFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setOver(false);
      const { items, files } = event.dataTransfer;
      const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
      latest.current.onHand({ entries, files: [...files] });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(currentTarget.files ?? [])];
    if (files.length > 0) onHand({ entries: [], files });
    // So that the same file can be chosen again.
    currentTarget.value = '';
  };

  return (
    <fieldset
      className={styles.bring}
      data-over={isOver || undefined}
      onPointerEnter={onIntent}
      onFocus={onIntent}
    >
      <legend>Bring middleware of your own</legend>
      <p className={styles.hint}>
        Choose its file, drop it anywhere on this page, or paste its text. It stays in this browser.
      </p>
      <label className={styles.choose}>
        <input type="file" multiple className="sr-only" aria-label="Choose files" onChange={choose} />
        Choose files
      </label>
      <label className={`${styles.choose} ${styles.folder}`}>
        <input
          type="file"
          ref={asksForFolder}
          className="sr-only"
          aria-label="Choose a folder"
          onChange={choose}
        />
        Choose a folder
      </label>
      <textarea
        aria-label="Paste the text of a file"
        placeholder="Paste the text here"
        rows={1}
        spellCheck={false}
        value=""
        onChange={({ currentTarget: { value } }) => {
          // A phone's keyboard pastes without saying so. What is typed key by key is no file.
          if (value.length > TYPED) paste(value);
          else onRefuse('Paste a whole text here. To write a layer, add a new one and change its code.');
        }}
        onPaste={(event) => {
          if (event.clipboardData.files.length > 0) return;
          event.preventDefault();
          paste(event.clipboardData.getData('text/plain'));
        }}
      />
    </fieldset>
  );
}
