/** Where in a JSON text a value stands: for telling somebody which line of a file is wrong. */

/** Counted from 1. */
export type JsonPlace = { readonly line: number; readonly column: number };

/** The place of the value at a path, or of the last part of the path that is there. The text must be JSON. */
export function placeInJson(text: string, path: readonly PropertyKey[]): JsonPlace {
  const reader = new Reader(text);
  reader.goTo(path);
  return placeOfOffset(text, reader.offset);
}

/** Line and column of an offset into a text. */
export function placeOfOffset(text: string, offset: number): JsonPlace {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** Walks through JSON without making values of it. */
class Reader {
  offset = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#skipSpace();
  }

  goTo(path: readonly PropertyKey[]): void {
    for (const key of path) {
      const found =
        this.#text[this.offset] === '[' ? this.#enterItem(Number(key)) : this.#enterKey(String(key));
      if (!found) return;
    }
  }

  #enterItem(index: number): boolean {
    const start = this.offset;
    this.offset += 1;
    for (let at = 0; ; at += 1) {
      this.#skipSpace();
      if (this.#text[this.offset] === ']' || this.offset >= this.#text.length) break;
      if (at === index) return true;
      this.#skipValue();
      this.#skipSpace();
      if (this.#text[this.offset] === ',') this.offset += 1;
    }
    this.offset = start;
    return false;
  }

  #enterKey(wanted: string): boolean {
    const start = this.offset;
    if (this.#text[start] !== '{') return false;
    this.offset += 1;
    for (;;) {
      this.#skipSpace();
      if (this.#text[this.offset] !== '"') break;
      const begin = this.offset;
      this.#skipString();
      const key: unknown = JSON.parse(this.#text.slice(begin, this.offset));
      this.#skipSpace();
      this.offset += 1;
      this.#skipSpace();
      if (key === wanted) return true;
      this.#skipValue();
      this.#skipSpace();
      if (this.#text[this.offset] === ',') this.offset += 1;
    }
    this.offset = start;
    return false;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.offset] ?? '')) this.offset += 1;
  }

  #skipString(): void {
    this.offset += 1;
    while (this.offset < this.#text.length && this.#text[this.offset] !== '"') {
      this.offset += this.#text[this.offset] === '\\' ? 2 : 1;
    }
    this.offset += 1;
  }

  /** Past a value: a string, or anything up to the bracket or comma that closes it. */
  #skipValue(): void {
    let depth = 0;
    while (this.offset < this.#text.length) {
      const character = this.#text[this.offset];
      if (character === '"') {
        this.#skipString();
        if (depth === 0) return;
        continue;
      }
      if (depth === 0 && (character === ',' || character === ']' || character === '}')) return;
      if (character === '[' || character === '{') depth += 1;
      if (character === ']' || character === '}') depth -= 1;
      this.offset += 1;
      if (depth === 0 && (character === ']' || character === '}')) return;
    }
  }
}
