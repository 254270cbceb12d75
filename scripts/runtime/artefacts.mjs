/** The files of public/runtime: packed, compressed, and named by what is in them. */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzipSync, zstdCompress } from 'node:zlib';

const compressZstandard = promisify(zstdCompress);
/** The decoder sets a window of this size (16 MB) aside. */
const WINDOW_LOG = 24;

/** @typedef {{bytes: Buffer, unpackedBytes: number}} Compressed */

/** @returns {Promise<Compressed>} one zstd frame, as small as it gets; seconds of work */
export async function zstandard(body) {
  const params = {
    [constants.ZSTD_c_compressionLevel]: 19,
    [constants.ZSTD_c_windowLog]: WINDOW_LOG,
    [constants.ZSTD_c_checksumFlag]: 0,
  };
  return { bytes: await compressZstandard(body, { params }), unpackedBytes: body.length };
}

/** @returns {Compressed} for what the page itself unpacks: browsers have a decoder for gzip */
export function gzipped(body) {
  return { bytes: gzipSync(body, { level: 9 }), unpackedBytes: body.length };
}

/**
 * Files as one body: four bytes of index length, an index as JSON, then the files in its order.
 * @param {{path: string, body: Uint8Array}[]} files
 */
export function archive(files) {
  const index = Buffer.from(JSON.stringify(files.map(({ path, body }) => [path, body.length])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  return Buffer.concat([length, index, ...files.map(({ body }) => body)]);
}

/**
 * Writes a file under a name that changes with its content, so that it may be cached for ever. The
 * ending is `.bin`, lest a server take a compressed file for a compressed transfer.
 * @param {Compressed} compressed
 */
export function writeArtefact(folder, name, { bytes, unpackedBytes }) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const file = `${name}.${hash}.bin`;
  writeFileSync(join(folder, file), bytes);
  return { file, bytes: bytes.length, unpackedBytes };
}

/** Removes the files of earlier builds. */
export function removeOthers(folder, kept) {
  for (const name of readdirSync(folder))
    if (!kept.has(name)) rmSync(join(folder, name), { recursive: true });
}
