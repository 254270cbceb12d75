/**
 * Notices that the host no longer has the build that this page is of. A tab may stay open for weeks; by then the code
 * that it would fetch on intent is gone. In the page from the start: it could not be fetched any more when it is needed.
 */
import { isGone, OUTDATED_EVENT } from '@/lib/simulator/load/outdated';

function addressOf(target: EventTarget | null): string | null {
  if (target instanceof HTMLScriptElement) return target.src;
  return target instanceof HTMLLinkElement ? target.href : null;
}

/** Calls `onGone` for every file that is missed. @returns the way to stop */
export function watchMissingFiles(onGone: () => void): () => void {
  const check = async ({ target }: Event) => {
    const address = addressOf(target);
    if (address === null) return;
    // Where nothing answers, there is no network, and nothing is known to be gone.
    const answer = await fetch(address, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    if (answer !== null && isGone(answer)) onGone();
  };
  // Such events do not bubble.
  window.addEventListener('error', check, { capture: true });
  window.addEventListener(OUTDATED_EVENT, onGone);
  return () => {
    window.removeEventListener('error', check, { capture: true });
    window.removeEventListener(OUTDATED_EVENT, onGone);
  };
}
