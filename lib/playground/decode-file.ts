/** The bytes of a file as the text of a Python module, whatever system it was written on. */

export type Decoded =
  | { readonly text: string; readonly note: string | null; readonly refusal: null }
  | { readonly text: null; readonly refusal: string };

/** Bytes. More than any stack holds in all its files. */
export const LARGEST_FILE = 800_000;

/** PEP 263: a comment in the first or second line that names the encoding. */
const CODING = /^((?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*)([-\w.]+)/;

/**
 * Python's own rules, a little wider: UTF-8 with or without a mark, UTF-16 with one, the encoding that the file names,
 * and Windows' Western one where it is nothing of these. Line ends become those of the web.
 */
export function decodeFile(name: string, bytes: Uint8Array): Decoded {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked !== null) return decoded(new TextDecoder(marked).decode(bytes), null);
  if (bytes.includes(0)) return { text: null, refusal: `“${name}” is no text: it holds null bytes.` };
  const utf8 = read(bytes, 'utf-8');
  if (utf8 !== null) return decoded(utf8, null);
  const ascii = new TextDecoder('ascii').decode(bytes.subarray(0, 400));
  const named = CODING.exec(ascii)?.[2] ?? 'windows-1252';
  const text = read(bytes, named) ?? new TextDecoder('windows-1252').decode(bytes);
  return decoded(text, `“${name}” was not UTF-8 and was read as ${named}: look at its accents.`);
}

/** null where the bytes are none of that encoding, or nobody knows it. */
function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What is kept here is UTF-8 from now on, and its first lines have to say so. */
function decoded(text: string, note: string | null): Decoded {
  const lines = withPlainLineEnds(text);
  return { text: lines.replace(CODING, '$1utf-8'), note, refusal: null };
}

/** Without a byte order mark, and with one kind of line end. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
