/** What the loader sends, as promises. The client ends this worker when the loader fails. */
import { unpack } from '../load/unpack';
import type { PartMessage } from '../messages';

export type Parts = {
  readonly python: Promise<WebAssembly.Module>;
  readonly library: Promise<Uint8Array<ArrayBuffer>>;
  /** The memory image or, for a plain boot, an archive; decoded here while the loader decodes the others. */
  readonly image: Promise<Uint8Array<ArrayBuffer>>;
};

/** @param imageBytes the image's unpacked size */
export function receiveParts(loader: MessagePort, imageBytes: number): Parts {
  const decoder = Promise.withResolvers<WebAssembly.Module>();
  const python = Promise.withResolvers<WebAssembly.Module>();
  const library = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const compressedImage = writable.getWriter();
  loader.onmessage = ({ data }: MessageEvent<PartMessage>) => {
    if (data.kind === 'decoder') decoder.resolve(data.module);
    else if (data.kind === 'python') python.resolve(data.module);
    else if (data.kind === 'library') library.resolve(data.body);
    else if (data.piece === null) void compressedImage.close();
    else void compressedImage.write(data.piece);
  };
  return {
    python: python.promise,
    library: library.promise,
    image: decoder.promise.then((module) => unpack(module, readable, imageBytes)),
  };
}
