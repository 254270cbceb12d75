/**
 * A second, short-lived worker that fetches and decodes, so that the first can compile and instantiate in
 * the meantime. Both run the same source.
 */
import { type Download, DownloadError, fromKept, fromNetwork } from './download';
import { unpack } from './unpack';

/** First message to the second worker; a port for its answers rides along. */
export type UnpackMessage = {
  readonly kind: 'unpack';
  readonly files: readonly [PackedSource, PackedSource];
};

export type PackedSource = {
  readonly url: string;
  /** The compressed bytes, where an earlier worker fetched them. */
  readonly kept: Blob | undefined;
  readonly unpackedBytes: number;
};

export type Unpacked = {
  readonly body: Uint8Array<ArrayBuffer>;
  /** The bytes as they came, for the next worker. */
  readonly whole: Blob;
};

type Answer =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'unpacked'; readonly index: 0 | 1; readonly unpacked: Unpacked }
  | { readonly kind: 'failed'; readonly isDownload: boolean; readonly message: string };

/**
 * Unpacks two files elsewhere, the first of them first; both are fetched at once.
 * @param onBytes told of every piece fetched, in bytes as they came over the wire
 * @returns a promise for each; they reject with DownloadError when a file cannot be had
 */
export function unpackElsewhere(
  first: PackedSource,
  second: PackedSource,
  onBytes: (count: number) => void,
): [first: Promise<Unpacked>, second: Promise<Unpacked>] {
  const worker = new Worker(import.meta.url, { type: 'module' });
  const { port1: port, port2: remotePort } = new MessageChannel();
  const results = [Promise.withResolvers<Unpacked>(), Promise.withResolvers<Unpacked>()] as const;
  const fail = (error: Error) => {
    for (const { reject } of results) reject(error);
  };
  port.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'progress') onBytes(data.bytes);
    else if (data.kind === 'unpacked') results[data.index].resolve(data.unpacked);
    else fail(data.isDownload ? new DownloadError(data.message) : new Error(data.message));
  };
  worker.onerror = () => fail(new Error('the worker that decodes stopped.'));
  worker.postMessage({ kind: 'unpack', files: [first, second] } satisfies UnpackMessage, [remotePort]);
  const [{ promise: one }, { promise: two }] = results;
  void Promise.allSettled([one, two]).then(() => {
    worker.terminate();
    port.close();
  });
  return [one, two];
}

/** The other side: answers over the port, handing the decoded bytes over without copying them. */
export async function serveUnpacking({ files }: UnpackMessage, port: MessagePort): Promise<void> {
  const say = (answer: Answer, transfer: Transferable[] = []) => port.postMessage(answer, transfer);
  const get = ({ url, kept }: PackedSource) =>
    kept ? fromKept(kept) : fromNetwork(url, (bytes) => say({ kind: 'progress', bytes }));
  const deliver = async (index: 0 | 1, { chunks, whole }: Download) => {
    const body = await unpack(chunks, files[index].unpackedBytes);
    say({ kind: 'unpacked', index, unpacked: { body, whole: await whole } }, [body.buffer]);
  };
  const [first, second] = [get(files[0]), get(files[1])];
  try {
    await deliver(0, first);
    await deliver(1, second);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say({ kind: 'failed', isDownload: error instanceof DownloadError, message });
  }
}
