/** Registers the service worker and watches for the next one. Fetched after the page has loaded. */
import { siteAddress } from '@/lib/course/addresses';
import { TAKE_OVER } from '@/lib/offline/caches';
import { sparesData } from '../ui/spares-data';

export type Waiting = {
  /** Lets the new version take over, and shows it. */
  readonly takeOver: () => void;
};

export async function register(onWaiting: (waiting: Waiting) => void): Promise<void> {
  if (sparesData()) return;
  let asked = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over a page of its own build; nothing has to be shown anew.
    if (asked) window.location.reload();
  });
  const offer = (worker: ServiceWorker) =>
    onWaiting({
      takeOver() {
        asked = true;
        worker.postMessage(TAKE_OVER);
      },
    });
  try {
    const registration = await navigator.serviceWorker.register(siteAddress('/sw.js'), {
      scope: siteAddress('/'),
      updateViaCache: 'none',
    });
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        if (next.state === 'installed' && navigator.serviceWorker.controller) offer(next);
      });
    });
  } catch {
    // Private windows and some settings refuse it; then the course needs the network, as any site does.
  }
}
