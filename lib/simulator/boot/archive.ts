/** The runtime's own archive: four bytes of index length, an index as JSON, then the bodies in its order. */

export type PackedFile = { readonly path: string; readonly body: Uint8Array<ArrayBuffer> };

/**
 * Lists the files of an archive that scripts/runtime/pack.py wrote.
 * @returns views into `archive`; paths are absolute
 */
export function filesOf(archive: Uint8Array<ArrayBuffer>): readonly PackedFile[] {
  const indexBytes = new DataView(archive.buffer, archive.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(archive.subarray(4, 4 + indexBytes));
  const index = JSON.parse(text) as readonly (readonly [path: string, bytes: number])[];
  let start = 4 + indexBytes;
  return index.map(([path, bytes]) => {
    const body = archive.subarray(start, start + bytes);
    start += bytes;
    return { path, body };
  });
}
