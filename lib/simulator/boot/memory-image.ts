/** The interpreter's memory as it was when the site was built, laid over a freshly made heap. */
import type { MemoryImageInfo } from '../runtime-manifest';

/**
 * Writes the pages of an image into a heap that nothing has run in yet.
 * @param heap all of the interpreter's memory, at least `info.heapBytes` long
 * @param pages the unpacked file: the stretches of `info.ranges`, one after another
 */
export function restoreMemory(heap: Uint8Array, pages: Uint8Array, info: MemoryImageInfo): void {
  if (heap.length < info.heapBytes) throw new RangeError('The heap is smaller than its image.');
  let read = 0;
  for (const [firstPage, pageCount] of info.ranges) {
    const bytes = pageCount * info.pageBytes;
    heap.set(pages.subarray(read, read + bytes), firstPage * info.pageBytes);
    read += bytes;
  }
}

/** Pyodide's snapshot without the memory: what tells it that the heap has been restored. */
export function snapshotHeader(info: MemoryImageInfo): Uint8Array {
  return Uint8Array.from(atob(info.header), (character) => character.charCodeAt(0));
}
