/// <reference lib="webworker" />
/**
 * The service worker: after one visit the course can be read, searched and played without a network. Everything of one
 * build is kept under its revision, and a new build takes over as a whole, when the reader says so: pages, code and
 * runs of two builds never mix. The interpreter and Ruff are kept once they were fetched, or asked for.
 */
import { CacheFirst, ExpirationPlugin, type PrecacheEntry, Serwist } from 'serwist';
import { RUNTIME_CACHE, TAKE_OVER } from './caches';

declare const self: ServiceWorkerGlobalScope & { readonly __SW_MANIFEST: (PrecacheEntry | string)[] };

/** Enough for the interpreters and the Ruff of two builds: an open page may still be of the one before. */
const RUNTIME_FILES = 18;

const serwist = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: {
    cleanupOutdatedCaches: true,
    // Pages read what stands behind the question mark themselves.
    ignoreURLParametersMatching: [/.*/],
    fallbackToNetwork: true,
  },
  clientsClaim: true,
  skipWaiting: false,
  runtimeCaching: [
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && /\/(runtime|ruff)\/[^/]+\.bin$/.test(url.pathname),
      handler: new CacheFirst({
        cacheName: RUNTIME_CACHE,
        plugins: [new ExpirationPlugin({ maxEntries: RUNTIME_FILES })],
      }),
    },
  ],
});

self.addEventListener('message', ({ data }) => {
  if (data?.type === TAKE_OVER.type) void self.skipWaiting();
});

serwist.addEventListeners();
