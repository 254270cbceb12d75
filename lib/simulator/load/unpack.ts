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

export type Compilation = {
  /** When the thread has no more work with it; the engine compiles on others. */
  readonly decoded: Promise<unknown>;
  readonly module: Promise<WebAssembly.Module>;
};

/** Decodes WebAssembly, then compiles it: while its bytes still come in, compiling would take longer. */
export function compile(decoder: WebAssembly.Module, chunks: Chunks, bytes: number): Compilation {
  const decoded = unpack(decoder, chunks, bytes);
  return { decoded, module: decoded.then((bytecode) => WebAssembly.compile(bytecode)) };
}
