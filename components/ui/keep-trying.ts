/**
 * Code that cannot be fetched must not take the page down: what waits for it stays as the server drew it, and it is
 * asked for again when there is a network, or when the reader turns to the page again.
 */

const OCCASIONS = ['online', 'pointerdown', 'keydown'] as const;

function nextOccasion(): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    const take = () => {
      listening.abort();
      resolve();
    };
    for (const kind of OCCASIONS) window.addEventListener(kind, take, { signal: listening.signal });
  });
}

const isNotFetched = (reason: unknown) => reason instanceof Error && reason.name === 'ChunkLoadError';

/**
 * Loads code, however often it takes.
 * @throws what the code itself throws
 */
export async function keepTrying<Module>(load: () => Promise<Module>): Promise<Module> {
  for (;;) {
    try {
      return await load();
    } catch (reason) {
      if (!isNotFetched(reason)) throw reason;
    }
    await nextOccasion();
  }
}
