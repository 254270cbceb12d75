/** Bytes after brotli, before any interaction. */
export type PageWeight = { readonly script: number; readonly style: number; readonly html: number };

/** The addresses of the pages of an exported site, from its root on, such as `/learn/hooks/`. */
export function exportedPages(folder: string): string[];

/** Weighs pages of an exported site, with brotli of this quality. */
export function weighPages(
  folder: string,
  pages: readonly string[],
  quality: number,
): Promise<Map<string, PageWeight>>;
