/**
 * A scenario in the fragment of an address: compressed by the browser itself, and never sent to a server. What
 * comes out of a link is a stranger's: it is measured before it is unpacked, and parsed before it is shown.
 */
import { type Files, readArrangement } from './arrangement';

const KEY = 'stack';

/** Of the fragment; longer ones are cut by mail programs and chats. */
export const LONGEST_LINK = 30_000;
/** Of what is unpacked, in bytes. */
const LARGEST = 1_000_000;

export type LinkReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'scenario'; readonly files: Files }
  | { readonly kind: 'refused'; readonly reason: string };

/** The fragment that holds the files, with its `#`; null where it would be too long to travel. */
export async function writeShareLink(files: Files): Promise<string | null> {
  const packed = new Blob([JSON.stringify(files)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const fragment = `#${KEY}=${toBase64Url(bytes)}`;
  return fragment.length > LONGEST_LINK ? null : fragment;
}

/** What a fragment holds. Never throws. */
export async function readShareLink(fragment: string): Promise<LinkReading> {
  const text = new URLSearchParams(fragment.replace(/^#/, '')).get(KEY);
  if (text === null) return { kind: 'none' };
  if (text.length > LONGEST_LINK) return refused('It is longer than any link made here.');
  const bytes = fromBase64Url(text);
  if (bytes === null) return refused('It was changed or cut on its way.');
  let json: unknown;
  try {
    const unpacked = await unpack(bytes);
    if (unpacked === null) return refused('It unpacks to more than a scenario can hold.');
    json = JSON.parse(unpacked);
  } catch {
    return refused('It was changed or cut on its way.');
  }
  if (!isFiles(json)) return refused('It holds something else than files.');
  const { problem } = readArrangement(json);
  return problem === null ? { kind: 'scenario', files: json } : refused(problem);
}

function refused(reason: string): LinkReading {
  return { kind: 'refused', reason: `This link cannot be opened. ${reason}` };
}

function isFiles(value: unknown): value is Files {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}

/** The text, or null where it is larger than allowed: it is not unpacked any further then. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > LARGEST) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
