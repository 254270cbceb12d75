/**
 * The loader: a short-lived worker that fetches what an interpreter is made of, and decodes and compiles what
 * it needs first, while the interpreter's own worker is still starting. The memory image, which is needed
 * last, is handed on as it comes, and decoded over there at the same time. The client hears of the progress,
 * and gets what the next loader need not fetch again.
 */
import decoderWasm from 'zstd-decoder.wasm';
import { type Download, DownloadError, fromKept, fromNetwork } from './load/download';
import { compile, unpack } from './load/unpack';
import type { LoaderMessage, LoadMessage, PartMessage } from './messages';

addEventListener(
  'message',
  ({ data, ports: [client, interpreter] }: MessageEvent<LoadMessage>) => {
    if (client && interpreter) void load(data, client, interpreter);
  },
  { once: true },
);

async function load(
  { baseUrl, python, library, image, kept }: LoadMessage,
  client: MessagePort,
  interpreter: MessagePort,
): Promise<void> {
  const say = (message: LoaderMessage) => client.postMessage(message);
  const give = (part: PartMessage, transfer: Transferable[] = []) => interpreter.postMessage(part, transfer);
  let bytes = 0;
  const get = ({ file }: { readonly file: string }): Download =>
    fromNetwork(new URL(file, baseUrl).href, (count) => {
      bytes += count;
      say({ kind: 'progress', bytes });
    });
  const unpackAndGive = async ({ chunks }: Download, size: number) => {
    const body = await unpack(decoder, chunks, size);
    give({ kind: 'library', body }, [body.buffer]);
  };
  const handOn = async ({ chunks }: Download) => {
    for await (const piece of chunks) give({ kind: 'image', piece });
    give({ kind: 'image', piece: null });
  };
  const decoder = new WebAssembly.Module(decoderWasm);
  give({ kind: 'decoder', module: decoder });

  try {
    // All are fetched at once; what the interpreter needs first is decoded first.
    const compilation = kept
      ? { decoded: Promise.resolve(), module: Promise.resolve(kept.python) }
      : compile(decoder, get(python).chunks);
    const libraryFile = kept ? fromKept(kept.library) : get(library);
    const imageFile = kept ? fromKept(kept.image) : get(image);
    await Promise.all([
      compilation.module.then((module) => give({ kind: 'python', module })),
      compilation.decoded.then(() => unpackAndGive(libraryFile, library.unpackedBytes)),
      handOn(imageFile),
    ]);
    say({
      kind: 'loaded',
      kept: {
        python: await compilation.module,
        library: await libraryFile.whole,
        image: await imageFile.whole,
      },
    });
  } catch (error) {
    const reason = error instanceof DownloadError ? 'download' : 'boot';
    say({ kind: 'failed', reason, message: error instanceof Error ? error.message : String(error) });
  }
}
