import { describe, expect, it } from 'vitest';
import { lockDown } from './lockdown';

/** A scope as a worker has it: own properties, and more of them on its prototypes. */
function scopeOf() {
  class Base {
    get indexedDB() {
      return 'a database';
    }
    fetch() {
      return 'an answer';
    }
  }
  class Scope extends Base {
    postMessage() {
      return 'sent';
    }
  }
  return Object.assign(new Scope(), { Worker: 'a worker', JSON, setTimeout, WebAssembly });
}

describe('the lockdown', () => {
  it('removes what leads out, from the scope and from what it inherits', () => {
    const scope = scopeOf();
    expect(lockDown(scope)).toEqual([]);
    for (const name of ['fetch', 'indexedDB', 'postMessage', 'Worker']) {
      expect(Reflect.get(scope, name)).toBeUndefined();
    }
  });

  it('keeps the language and what Pyodide computes with', () => {
    const scope = scopeOf();
    lockDown(scope);
    expect(scope.JSON).toBe(JSON);
    expect(scope.setTimeout).toBe(setTimeout);
    expect(scope.WebAssembly).toBe(WebAssembly);
  });

  it('removes names that no browser has yet', () => {
    const scope = Object.assign(scopeOf(), { TeleportSocket: 'a way out' });
    lockDown(scope);
    expect('TeleportSocket' in scope).toBe(false);
  });

  it('hides what cannot be deleted, and names what it cannot even hide, unless that is a mere constant', () => {
    const scope = scopeOf();
    Object.defineProperty(scope, 'sealedFetch', { value: () => 'a way out', writable: true });
    Object.defineProperty(scope, 'frozenFetch', { value: () => 'a way out' });
    Object.defineProperty(scope, 'PERSISTENT', { value: 1 });
    expect(lockDown(scope)).toEqual(['frozenFetch']);
    expect(Reflect.get(scope, 'sealedFetch')).toBeUndefined();
  });
});
