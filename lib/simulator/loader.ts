/**
 * The loader: a short-lived worker that fetches, decodes and compiles what an interpreter is made of, while
 * the interpreter's own worker is still starting. The parts go straight to that worker; the client hears of
 * the progress, and gets what the next loader need not fetch again.
 */
import decoderWasm from 'zstd-decoder.wasm';
import { type Download, DownloadError, fromKept, fromNetwork } from './load/download';
import { Outdated } from './load/outdated';
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
  const decoder = new WebAssembly.Module(decoderWasm);
  const unpackAndGive = async (kind: 'library' | 'image', { chunks }: Download, size: number) => {
    const body = await unpack(decoder, chunks, size);
    give({ kind, body }, [body.buffer]);
  };

  try {
    // All are fetched at once, but made one after the other, in the order in which the interpreter needs them:
    // compiling takes every core there is.
    const compiled = kept ? kept.python : compile(decoder, get(python).chunks, python.unpackedBytes);
    const libraryFile = kept ? fromKept(kept.library) : get(library);
    const imageFile = kept ? fromKept(kept.image) : get(image);
    const module = await compiled;
    give({ kind: 'python', module });
    await unpackAndGive('library', libraryFile, library.unpackedBytes);
    await unpackAndGive('image', imageFile, image.unpackedBytes);
    say({
      kind: 'loaded',
      kept: { python: module, library: await libraryFile.whole, image: await imageFile.whole },
    });
  } catch (error) {
    say({
      kind: 'failed',
      reason: reasonOf(error),
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

function reasonOf(error: unknown): 'download' | 'outdated' | 'boot' {
  if (error instanceof Outdated) return 'outdated';
  return error instanceof DownloadError ? 'download' : 'boot';
}
