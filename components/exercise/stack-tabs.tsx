/** The stacks of an exercise as tabs over their runs. */
import type { KeyboardEvent } from 'react';
import { tabAfter } from '@/components/ui/tab-after';
import { tabKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import styles from './exercise.module.css';

export type StackState = 'not run' | 'passed' | 'failed' | 'running';

const SIGNS: Readonly<Record<StackState, string>> = { 'not run': '', passed: '✓', failed: '✕', running: '…' };

type Properties = {
  readonly id: string;
  readonly titles: readonly string[];
  readonly states: readonly StackState[];
  readonly selected: number;
  readonly onSelect: (stack: number) => void;
};

export function StackTabs({ id, titles, states, selected, onSelect }: Properties) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const name = pressed(tabKeys, event);
    if (name === null) return;
    event.preventDefault();
    const target = tabAfter(name, selected, titles.length);
    onSelect(target);
    document.getElementById(`${id}-stack-${target}`)?.focus();
  }

  return (
    <div role="tablist" aria-label="Stacks" tabIndex={-1} className={styles.stacks} onKeyDown={onKeyDown}>
      {titles.map((title, stack) => (
        <button
          key={title}
          type="button"
          role="tab"
          id={`${id}-stack-${stack}`}
          aria-selected={stack === selected}
          aria-controls={`${id}-run`}
          tabIndex={stack === selected ? 0 : -1}
          className={styles.stack}
          data-state={states[stack]}
          onClick={() => onSelect(stack)}
        >
          <span className={styles.stackNumber}>{stack + 1}</span>
          {title}
          <span aria-hidden="true">{SIGNS[states[stack] ?? 'not run']}</span>
          <span className="sr-only">{states[stack] === 'not run' ? '' : `, ${states[stack]}`}</span>
        </button>
      ))}
    </div>
  );
}
