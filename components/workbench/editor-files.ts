/** The files of a bench as its editor takes them. */
import type { EditorFile } from '@/components/editor/editor';
import type { Files } from '@/lib/progress/record';

/**
 * `sources` are the files as the course has them, which is what `highlighted` shows; `texts` holds what the
 * learner made of those that can be changed.
 */
export function editorFiles(
  sources: readonly { readonly path: string; readonly source: string }[],
  texts: Files,
  highlighted: Readonly<Record<string, string>>,
  isReadOnly: (path: string) => boolean,
): readonly EditorFile[] {
  return sources.map(({ path, source }) => {
    const html = highlighted[path];
    return {
      path,
      source: texts[path] ?? source,
      readOnly: isReadOnly(path),
      highlighted: html === undefined ? null : { html, source },
    };
  });
}
