/** From compressed bytes on the wire to what the interpreter is made of. */
import type { Chunks } from './download';
import { decodeZstd } from './zstd';

/** Decodes a file whole; `bytes` is its unpacked size. */
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
  readonly decoded: Promise<void>;
  readonly module: Promise<WebAssembly.Module>;
};

/** Compiles WebAssembly while it is still being decoded and, the first time, downloaded. */
export function compile(decoder: WebAssembly.Module, chunks: Chunks): Compilation {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const writer = writable.getWriter();
  const decoded = decodeZstd(decoder, chunks, (piece) => void writer.write(piece.slice())).then(() =>
    writer.close(),
  );
  const response = new Response(readable, { headers: { 'Content-Type': 'application/wasm' } });
  const module = WebAssembly.compileStreaming(response);
  return { decoded, module };
}
