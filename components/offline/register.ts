/** Registers the service worker, watches for the next one, and lets it take over. Fetched after the page has loaded. */
import { siteAddress } from '@/lib/course/addresses';
import { TAKE_OVER } from '@/lib/offline/caches';
import { sparesData } from '../ui/spares-data';

const settled = (worker: ServiceWorker) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (worker.state === 'installing') return;
      worker.removeEventListener('statechange', look);
      resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });

/** @param onNewer called whenever a version of the course turns out to be newer than this page */
export async function register(onNewer: () => void): Promise<void> {
  if (sparesData()) return;
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker takes over a page of its own build; a later one was let in by another tab.
    if (controlled) onNewer();
    controlled = true;
  });
  try {
    const registration = await navigator.serviceWorker.register(siteAddress('/sw.js'), {
      scope: siteAddress('/'),
      updateViaCache: 'none',
    });
    if (registration.waiting && navigator.serviceWorker.controller) onNewer();
    registration.addEventListener('updatefound', async () => {
      const next = registration.installing;
      if (next === null) return;
      await settled(next);
      if (next.state === 'installed' && navigator.serviceWorker.controller) onNewer();
    });
  } catch {
    // Private windows and some settings refuse it; then the course needs the network, as any site does.
  }
}

/** The worker of the newest version, as far as it waits for a word to take over. */
async function waitingWorker(): Promise<ServiceWorker | null> {
  const registration = await navigator.serviceWorker?.getRegistration(siteAddress('/'));
  if (registration === undefined) return null;
  await registration.update();
  if (registration.installing) await settled(registration.installing);
  return registration.waiting;
}

/** Shows this page in the newest version there is: one that is kept for offline would show the old one again. */
export async function showNewest(): Promise<void> {
  const next = await waitingWorker().catch(() => null);
  if (next !== null) {
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    next.postMessage(TAKE_OVER);
    await taken;
  }
  window.location.reload();
}
