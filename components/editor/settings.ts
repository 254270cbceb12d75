/** The settings of all editors: applied to the page, kept by the record, and by this browser for the next first paint. */
import { useEffect, useSyncExternalStore } from 'react';
import { copyPreference, keepPreference, unwrittenPreference } from '@/components/shell/preference';
import { useRecorded } from '@/components/ui/use-recorded';
import { DEFAULT_SETTINGS, type EditorSettings, lineHeightOf, parseSettings } from '@/lib/editor/settings';
import type { Change, LearnerRecord } from '@/lib/progress/record';
import { SETTINGS_KEY } from './settings-script';

const listeners = new Set<() => void>();
let current: EditorSettings | null = null;

function keptCopy(): string | null {
  try {
    return localStorage.getItem(SETTINGS_KEY);
  } catch {
    return null; // Storage is refused: nothing was kept.
  }
}

function readSettings(): EditorSettings {
  current ??= parseSettings(keptCopy());
  return current;
}

export function applySettings(settings: EditorSettings): void {
  current = settings;
  const { dataset, style } = document.documentElement;
  const { size, font, wrap } = settings;
  for (const [name, value] of [
    ['--editor-size', size === null ? '' : `${size}px`],
    ['--editor-scale', size === null ? '' : String(size / 16)],
    ['--editor-line', size === null ? '' : `${lineHeightOf(size)}px`],
    ['--editor-font', font === 'browser' ? 'monospace' : ''],
  ] as const) {
    // An empty value takes the property away.
    style.setProperty(name, value);
  }
  if (wrap) dataset.codeWraps = '';
  else delete dataset.codeWraps;
  for (const listener of listeners) listener();
}

/** Applies a change to all editors at once, and keeps it where the browser allows. */
export function changeSettings(change: Partial<EditorSettings>): void {
  const settings = { ...readSettings(), ...change };
  applySettings(settings);
  void keepPreference(SETTINGS_KEY, JSON.stringify(settings));
}

function subscribe(listener: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === SETTINGS_KEY) applySettings(parseSettings(newValue));
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

const concernsPreferences = ({ store }: Change) => store === 'preferences';

async function recordedSettings(record: LearnerRecord): Promise<string | null> {
  const stored = await record.readPreference(SETTINGS_KEY);
  return unwrittenPreference(SETTINGS_KEY) ?? stored;
}

/** What holds now. Where the record says something else than this browser's copy, the record decides. */
export function useSettings(): EditorSettings {
  const settings = useSyncExternalStore(subscribe, readSettings, () => DEFAULT_SETTINGS);
  const recorded = useRecorded(recordedSettings, concernsPreferences);
  useEffect(() => {
    // Nothing was ever chosen, or it is not known yet.
    if (recorded == null || recorded === keptCopy()) return;
    copyPreference(SETTINGS_KEY, recorded);
    applySettings(parseSettings(recorded));
  }, [recorded]);
  return settings;
}
