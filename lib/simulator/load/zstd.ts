/**
 * Zstandard, decoded as it streams in: browsers have no decoder of their own that a script may use.
 * The WebAssembly is zstddec's; its own wrapper fetches a `data:` address, which the page's policy forbids.
 */
type Exports = {
  readonly memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  ZSTD_createDCtx(): number;
  ZSTD_decompressStream(context: number, output: number, input: number): number;
};

/** Bytes decoded before they are handed on. */
const OUTPUT_BYTES = 1 << 20;
/** A `ZSTD_inBuffer` or `ZSTD_outBuffer`: address, size, position; 32 bits each. */
const BUFFER_STRUCT_BYTES = 12;
/** zstd returns errors as small negative numbers. */
const FIRST_ERROR = -120;

/** Receives decoded bytes. The view is only good during the call. */
export type Sink = (piece: Uint8Array<ArrayBuffer>) => void;

/**
 * Decodes one zstd frame.
 * @param decoder zstddec's WebAssembly, compiled
 * @throws Error where the bytes are damaged or end too early.
 */
export async function decodeZstd(
  decoder: WebAssembly.Module,
  source: AsyncIterable<Uint8Array>,
  sink: Sink,
): Promise<void> {
  const { exports } = new WebAssembly.Instance(decoder, {
    env: { emscripten_notify_memory_growth: () => undefined },
  });
  const zstd = exports as unknown as Exports;
  const context = zstd.ZSTD_createDCtx();
  const output = zstd.malloc(OUTPUT_BYTES);
  const structs = zstd.malloc(2 * BUFFER_STRUCT_BYTES);
  const [inputStruct, outputStruct] = [structs, structs + BUFFER_STRUCT_BYTES];
  let input = { address: 0, bytes: 0 };
  let remaining = 1;

  for await (const chunk of source) {
    if (chunk.length > input.bytes) input = { address: zstd.malloc(chunk.length), bytes: chunk.length };
    new Uint8Array(zstd.memory.buffer).set(chunk, input.address);
    let consumed = 0;
    let produced = 0;
    // A full output buffer may leave decoded bytes inside, although all input is consumed.
    while (consumed < chunk.length || produced === OUTPUT_BYTES) {
      const before = new Uint32Array(zstd.memory.buffer, inputStruct, 6);
      before.set([input.address, chunk.length, consumed, output, OUTPUT_BYTES, 0]);
      remaining = zstd.ZSTD_decompressStream(context, outputStruct, inputStruct);
      if (remaining < 0 && remaining >= FIRST_ERROR) throw new Error('The compressed file is damaged.');
      // Decoding may have grown the memory, and with it replaced the buffer.
      const after = new Uint32Array(zstd.memory.buffer, inputStruct, 6);
      consumed = after[2] ?? 0;
      produced = after[5] ?? 0;
      if (produced > 0) sink(new Uint8Array(zstd.memory.buffer, output, produced));
    }
  }
  if (remaining !== 0) throw new Error('The compressed file ends too early.');
}
