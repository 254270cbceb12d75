import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { zstdDecoder } from '@/scripts/runtime/zstd-decoder.mjs';
import type { PartMessage } from '../messages';
import { receiveParts } from './parts';

const EMPTY_MODULE = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
/** Larger than what the decoder hands over at once, and not the same everywhere. */
const IMAGE = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * index) >> 7);

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function channel() {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const say = (part: PartMessage) => port1.postMessage(part);
  return { say, parts: receiveParts(port2, IMAGE.length) };
}

async function* piecesOf(bytes: Uint8Array<ArrayBuffer>, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

const compressed = async () => Uint8Array.from(await promisify(zstdCompress)(IMAGE));

describe('the parts of an interpreter', () => {
  it('arrive as they are sent', async () => {
    const { say, parts } = channel();
    say({ kind: 'python', module: EMPTY_MODULE });
    say({ kind: 'library', body: Uint8Array.of(1, 2, 3) });
    expect(await parts.python).toBeInstanceOf(WebAssembly.Module);
    expect([...(await parts.library)]).toEqual([1, 2, 3]);
  });

  it('put the image together from its compressed pieces, whatever their size', async () => {
    const { say, parts } = channel();
    say({ kind: 'decoder', module: new WebAssembly.Module(zstdDecoder()) });
    for await (const piece of piecesOf(await compressed(), 999)) say({ kind: 'image', piece });
    say({ kind: 'image', piece: null });
    expect(Buffer.compare(await parts.image, IMAGE)).toBe(0);
  });

  it('do not take an image that ends too early', async () => {
    const { say, parts } = channel();
    say({ kind: 'decoder', module: new WebAssembly.Module(zstdDecoder()) });
    say({ kind: 'image', piece: (await compressed()).slice(0, 1000) });
    say({ kind: 'image', piece: null });
    await expect(parts.image).rejects.toThrow('ends too early');
  });
});
