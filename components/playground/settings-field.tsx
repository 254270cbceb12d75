'use client';
/** The settings of the stack, as they stand in a settings.py. They are taken when the field is left. */
import { useId, useState } from 'react';
import type { Arrangement } from '@/lib/playground/arrangement';
import { readSettings, writeSettings } from '@/lib/playground/settings-text';
import styles from './playground.module.css';

type Settings = Arrangement['settings'];

type Properties = {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
};

export function SettingsField({ settings, onChange }: Properties) {
  const [typed, setTyped] = useState<string | null>(null);
  const said = useId();
  const written = writeSettings(settings);
  const text = typed ?? written;
  const { settings: read, problem } = readSettings(text, settings);

  function settle() {
    // What cannot be read yet stays in the field.
    if (read === null) return;
    setTyped(null);
    if (writeSettings(read) !== written) onChange(read);
  }

  return (
    <>
      <textarea
        aria-label="Settings"
        aria-describedby={said}
        aria-invalid={problem !== null}
        className={styles.settings}
        rows={Math.min(12, Math.max(3, text.split('\n').length))}
        placeholder={'NAME = "value"'}
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={settle}
      />
      <p id={said} className={styles.said} data-refused={problem === null ? undefined : ''}>
        {problem ?? 'As in a settings.py, one after another. They count from the next run on.'}
      </p>
    </>
  );
}
