import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zstdDecoder } from '@/scripts/runtime/zstd-decoder.mjs';
import { unpack } from './unpack';

/** Larger than what the decoder hands over at once, and not the same everywhere. */
const BODY = Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * index) >> 7);
const decoder = new WebAssembly.Module(zstdDecoder());
const compressed = async () => Uint8Array.from(await promisify(zstdCompress)(BODY));

async function* piecesOf(bytes: Uint8Array<ArrayBuffer>, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

describe('a compressed file', () => {
  it.each([999, 65_536, 10_000_000])('is put together from pieces of %i bytes', async (size) => {
    const unpacked = await unpack(decoder, piecesOf(await compressed(), size), BODY.length);
    expect(Buffer.compare(unpacked, BODY)).toBe(0);
  });

  it('that ends too early is refused', async () => {
    const cut = (await compressed()).slice(0, 1000);
    await expect(unpack(decoder, piecesOf(cut, 100), BODY.length)).rejects.toThrow('ends too early');
  });

  it('that is damaged is refused', async () => {
    const damaged = (await compressed()).fill(255, 0, 4);
    await expect(unpack(decoder, piecesOf(damaged, 100), BODY.length)).rejects.toThrow('damaged');
  });
});
