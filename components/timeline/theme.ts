/** A canvas keeps its colours when the theme changes: this tells when it must be painted again. */
import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const scheme = window.matchMedia?.(DARK);
  scheme?.addEventListener('change', listener);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    scheme?.removeEventListener('change', listener);
    observer.disconnect();
  };
}

/** The theme that is shown: what was chosen, and what holds where nothing was. */
export function themeNow(): string {
  const chosen = document.documentElement.dataset.theme ?? 'system';
  return `${chosen} ${window.matchMedia?.(DARK).matches ? 'dark' : 'light'}`;
}

/** Renders again when the theme changes. */
export function useTheme(): string {
  return useSyncExternalStore(subscribe, themeNow, () => '');
}
