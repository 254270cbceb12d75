/** From compressed bytes on the wire to what the interpreter is made of. */
import type { Chunks } from './download';
import { decodeZstd } from './zstd';

/** Decodes a file whole; `bytes` is its unpacked size. */
export async function unpack(chunks: Chunks, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const unpacked = new Uint8Array(bytes);
  let written = 0;
  await decodeZstd(chunks, (piece) => {
    unpacked.set(piece, written);
    written += piece.length;
  });
  return unpacked;
}

/** Compiles WebAssembly while it is still being decoded and, the first time, downloaded. */
export async function compile(chunks: Chunks): Promise<WebAssembly.Module> {
  let cause: unknown;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async start(controller) {
      try {
        await decodeZstd(chunks, (piece) => controller.enqueue(piece.slice()));
        controller.close();
      } catch (error) {
        cause = error;
        controller.error(error);
      }
    },
  });
  const response = new Response(body, { headers: { 'Content-Type': 'application/wasm' } });
  return await WebAssembly.compileStreaming(response).catch((error: unknown) => {
    throw cause ?? error;
  });
}
