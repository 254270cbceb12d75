import { describe, expect, it } from 'vitest';
import type { MemoryImageInfo } from '../runtime-manifest';
import { filesOf } from './archive';
import { restoreMemory, snapshotHeader } from './memory-image';

const info: MemoryImageInfo = {
  file: 'memory.0123456789abcdef.bin',
  bytes: 1,
  unpackedBytes: 12,
  header: btoa('header'),
  heapBytes: 24,
  pageBytes: 4,
  ranges: [
    [1, 2],
    [5, 1],
  ],
  hash: '',
};

describe('a memory image', () => {
  it('lays its stretches of pages where they belong and leaves the rest of the heap', () => {
    const heap = new Uint8Array(28).fill(9);
    restoreMemory(heap, Uint8Array.of(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3), info);
    expect([...heap]).toEqual([
      ...[9, 9, 9, 9, 1, 1, 1, 1, 2, 2, 2, 2],
      ...[9, 9, 9, 9, 9, 9, 9, 9, 3, 3, 3, 3, 9, 9, 9, 9],
    ]);
  });

  it('is not laid over a heap that is too small', () => {
    expect(() => restoreMemory(new Uint8Array(20), new Uint8Array(12), info)).toThrow(RangeError);
  });

  it("carries Pyodide's own header", () => {
    expect(new TextDecoder().decode(snapshotHeader(info))).toBe('header');
  });
});

describe('an archive', () => {
  it('lists its files with their bytes, wherever it lies in its buffer', () => {
    const index = new TextEncoder().encode(
      JSON.stringify([
        ['/a.txt', 2],
        ['/empty', 0],
        ['/b/c.txt', 3],
      ]),
    );
    const archive = Uint8Array.of(7, 7, index.length, 0, 0, 0, ...index, 1, 2, 3, 4, 5).subarray(2);
    expect(filesOf(archive).map(({ path, body }) => [path, [...body]])).toEqual([
      ['/a.txt', [1, 2]],
      ['/empty', []],
      ['/b/c.txt', [3, 4, 5]],
    ]);
  });
});
