/** The decoder that zstddec carries inside its source, without the wrapper that would fetch it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @returns {Uint8Array<ArrayBuffer>} a WebAssembly module */
export function zstdDecoder() {
  const source = readFileSync(createRequire(import.meta.url).resolve('zstddec/stream'), 'utf8');
  const [, base64] = /const wasm = "([A-Za-z0-9+/=]+)"/.exec(source) ?? [];
  if (base64 === undefined) throw new Error('zstddec no longer carries its decoder where it did.');
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}
