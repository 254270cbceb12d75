/** A canvas keeps its colours when the theme changes: this tells when it must be painted again. */
import { useSyncExternalStore } from 'react';

let changes = 0;

function subscribe(listener: () => void): () => void {
  const changed = () => {
    changes += 1;
    listener();
  };
  const scheme = window.matchMedia?.('(prefers-color-scheme: dark)');
  scheme?.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    scheme?.removeEventListener('change', changed);
    observer.disconnect();
  };
}

/** A number that is another one after every change of the theme. */
export function useThemeChange(): number {
  return useSyncExternalStore(
    subscribe,
    () => changes,
    () => 0,
  );
}
