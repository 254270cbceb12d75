/** One artefact on its way in: counted as it arrives, and kept as a Blob for the next worker. */
import { isGone, Outdated } from './outdated';

const TRY_AGAIN = 'Check the connection and run again.';

export type Chunks = AsyncIterable<Uint8Array<ArrayBuffer>>;

export type Download = {
  /** The bytes as they come; to be read once. */
  readonly chunks: Chunks;
  /** All bytes, compressed as they came; resolves when `chunks` has been read to its end. */
  readonly whole: Promise<Blob>;
};

/** A file of the runtime could not be fetched. The message is for the reader and says the way out. */
export class DownloadError extends Error {}

/** Reads what an earlier worker has fetched already. */
export function fromKept(kept: Blob): Download {
  return { chunks: read(Promise.resolve(kept.stream())), whole: Promise.resolve(kept) };
}

/**
 * Fetches `url`; the request goes out at once, whenever `chunks` is read.
 * @param onBytes told of every piece, in bytes as they came over the wire
 * @throws DownloadError from `chunks` when the file cannot be had
 */
export function fromNetwork(url: string, onBytes: (count: number) => void): Download {
  const { promise: whole, resolve } = Promise.withResolvers<Blob>();
  const body = open(url);
  body.catch(() => undefined);
  const chunks = async function* () {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of read(body)) {
      pieces.push(piece);
      onBytes(piece.length);
      yield piece;
    }
    resolve(new Blob(pieces));
  };
  return { chunks: chunks(), whole };
}

async function open(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const name = url.slice(url.lastIndexOf('/') + 1);
  // The name holds the file's hash: whatever the cache has under it is right.
  const response = await fetch(url, { cache: 'force-cache', credentials: 'same-origin' }).catch(() => {
    throw new DownloadError(`The connection failed while fetching ${name}. ${TRY_AGAIN}`);
  });
  if (isGone(response)) throw new Outdated();
  if (!response.ok || !response.body) {
    throw new DownloadError(`The server answered ${response.status} for ${name}. ${TRY_AGAIN}`);
  }
  return response.body;
}

async function* read(
  body: Promise<ReadableStream<Uint8Array<ArrayBuffer>>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = (await body).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new DownloadError(`The connection broke off during the download. ${TRY_AGAIN}`);
    });
    if (done) return;
    yield value;
  }
}
