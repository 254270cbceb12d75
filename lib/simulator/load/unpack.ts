/** From compressed bytes on the wire to what the interpreter is made of. */
import type { Chunks } from './download';
import { decodeZstd } from './zstd';

/**
 * Decodes a file whole.
 * @param decoder zstddec's WebAssembly, compiled
 * @param bytes its unpacked size
 */
export async function unpack(
  decoder: WebAssembly.Module,
  chunks: Chunks,
  bytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new Uint8Array(bytes);
  let written = 0;
  await decodeZstd(decoder, chunks, (piece) => {
    unpacked.set(piece, written);
    written += piece.length;
  });
  return unpacked;
}

/**
 * Decodes WebAssembly, then compiles it: while its bytes still come in, compiling would take longer.
 * Parameters as for `unpack`.
 */
export const compile = async (
  decoder: WebAssembly.Module,
  chunks: Chunks,
  bytes: number,
): Promise<WebAssembly.Module> => WebAssembly.compile(await unpack(decoder, chunks, bytes));
