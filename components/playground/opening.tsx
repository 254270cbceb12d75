'use client';
/** Where a stack can come from: a lesson's run, or one that was kept under a name. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Files } from '@/lib/playground/arrangement';
import { openRecord } from '@/lib/progress/open-record';
import { type KeptScenario, keepScenario, keptScenarios } from './kept-scenarios';
import styles from './playground.module.css';
import type { OpeningState, Preset } from './use-opening';

type Properties = {
  readonly files: Files;
  readonly presets: readonly Preset[];
  readonly opening: OpeningState;
  readonly onOpen: (files: Files) => void;
  /** Stands beside it: the way out of the page. */
  readonly children: ReactNode;
};

export function Opening({ files, presets, opening, onOpen, children }: Properties) {
  const [kept, setKept] = useState<readonly KeptScenario[]>([]);
  const [name, setName] = useState('');
  const [said, say] = useState('');
  const lessons = Map.groupBy(presets, ({ lesson }) => lesson);

  useEffect(() => {
    let isGone = false;
    let stop = () => {};
    void openRecord().then(async (record) => {
      const show = async () => {
        const scenarios = await keptScenarios(record);
        if (!isGone) setKept(scenarios);
      };
      stop = record.subscribe((change) => {
        if (change.store === 'drafts') void show();
      });
      await show();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, []);

  async function keep() {
    const wanted = name.trim();
    if (wanted === '') {
      say('Give it a name first.');
      return;
    }
    await keepScenario(await openRecord(), wanted, files);
    setName('');
    say(`Kept as “${wanted}”, in this browser.`);
  }

  function choose(value: string) {
    const preset = presets.find(({ id }) => id === value);
    const mine = kept.find(({ id }) => id === value);
    if (preset) void opening.openPreset(preset);
    else if (mine) {
      onOpen(mine.files);
      say(`“${mine.name}” is here.`);
    }
  }

  return (
    <div className={`${styles.opening} needs-script`}>
      <select
        aria-label="Begin from"
        className={styles.choice}
        value=""
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">Begin from…</option>
        {kept.length > 0 && (
          <optgroup label="Kept in this browser">
            {kept.map(({ id, name: title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        {[...lessons].map(([lesson, own]) => (
          <optgroup key={lesson} label={lesson}>
            {own.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <form
        className={styles.keep}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <input
          type="text"
          aria-label="Name for this stack"
          placeholder="Name for this stack"
          maxLength={60}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button type="submit" className={styles.action}>
          Keep
        </button>
      </form>
      {children}
      <p role="status" className={styles.said} data-refused={opening.notice?.kind === 'refused' || undefined}>
        {said || opening.notice?.words}
      </p>
    </div>
  );
}
