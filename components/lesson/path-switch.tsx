'use client';
/** The switch between the fast path and the whole unit, in a lesson's header. */
import { useEffect, useSyncExternalStore } from 'react';
import {
  choosePath,
  followPath,
  keptPath,
  type Path,
  readPath,
  subscribeToPath,
} from '@/components/shell/fast-path';
import { useRecorded } from '@/components/ui/use-recorded';
import type { Change } from '@/lib/progress/record';
import styles from './path-switch.module.css';

const concernsPreferences = ({ store }: Change) => store === 'preferences';

export function PathSwitch({ minutes }: { /** On the fast path. */ readonly minutes: number }) {
  const path = useSyncExternalStore<Path>(subscribeToPath, readPath, () => 'whole');
  const kept = useRecorded(keptPath, concernsPreferences);

  useEffect(() => {
    if (kept) followPath(kept);
  }, [kept]);

  return (
    <label className={`${styles.switch} needs-script`}>
      <input
        type="checkbox"
        checked={path === 'fast'}
        onChange={({ target }) => void choosePath(target.checked ? 'fast' : 'whole')}
        className="sr-only"
      />
      <span className={styles.track} aria-hidden="true" />
      Fast path, about {minutes} min
    </label>
  );
}
