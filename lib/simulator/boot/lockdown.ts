/**
 * Takes from the worker's global scope everything but plain computing. Learner code may be a stranger's:
 * should it ever reach a JavaScript object, that object leads to no network, no storage, no other
 * worker, no page. A list of what stays is shorter and safer than a list of what goes.
 */

/** Beside ECMAScript itself: what Pyodide uses while it runs. */
const KEPT = new Set([
  'AbortController',
  'AbortSignal',
  'DOMException',
  'Event',
  'EventTarget',
  'MessageChannel',
  'MessageEvent',
  'MessagePort',
  'TextDecoder',
  'TextEncoder',
  'WebAssembly',
  'atob',
  'btoa',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'performance',
  'queueMicrotask',
  'self',
  'setInterval',
  'setTimeout',
  'structuredClone',
]);

const ECMASCRIPT = new Set([
  ...['AggregateError', 'Array', 'ArrayBuffer', 'AsyncDisposableStack', 'Atomics', 'BigInt', 'BigInt64Array'],
  ...['BigUint64Array', 'Boolean', 'DataView', 'Date', 'DisposableStack', 'Error', 'EvalError'],
  ...['FinalizationRegistry', 'Float16Array', 'Float32Array', 'Float64Array', 'Function', 'Infinity'],
  ...['Int16Array', 'Int32Array', 'Int8Array', 'Intl', 'Iterator', 'JSON', 'Map', 'Math', 'NaN', 'Number'],
  ...['Object', 'Promise', 'Proxy', 'RangeError', 'ReferenceError', 'Reflect', 'RegExp', 'Set', 'String'],
  ...[
    'SharedArrayBuffer',
    'SuppressedError',
    'Symbol',
    'SyntaxError',
    'TypeError',
    'URIError',
    'Uint16Array',
  ],
  ...['Uint32Array', 'Uint8Array', 'Uint8ClampedArray', 'WeakMap', 'WeakRef', 'WeakSet'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'globalThis'],
  ...['isFinite', 'isNaN', 'parseFloat', 'parseInt', 'undefined', 'unescape', 'constructor'],
]);

/**
 * Removes every global but those kept, from the scope and from the prototypes it inherits them of.
 * @returns the names of things that could not be removed; none in the browsers that run code
 */
export function lockDown(scope: object): readonly string[] {
  const stubborn: string[] = [];
  for (let target: object | null = scope; target && target !== Object.prototype; ) {
    for (const name of Object.getOwnPropertyNames(target)) {
      if (KEPT.has(name) || ECMASCRIPT.has(name) || target === EventTarget.prototype) continue;
      if (Reflect.deleteProperty(target, name) || hide(target, name) || isConstant(target, name)) continue;
      stubborn.push(name);
    }
    target = Object.getPrototypeOf(target);
  }
  return stubborn;
}

/** Hides a property that cannot be deleted. */
const hide = (target: object, name: string): boolean =>
  Reflect.defineProperty(target, name, { value: undefined, writable: false });

/** A number or a string, say, leads nowhere. */
function isConstant(target: object, name: string): boolean {
  const { value, get } = Reflect.getOwnPropertyDescriptor(target, name) ?? {};
  return get === undefined && typeof value !== 'function' && Object(value) !== value;
}
