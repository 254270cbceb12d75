/** Colours for texts that no build has seen: the highlighter is fetched once they are shown. */
import { useEffect, useState } from 'react';
import type { Files } from '@/lib/playground/arrangement';

/** `<pre>` by path, of the texts as they were when they were coloured; empty until the highlighter is there. */
export function useHighlighted(files: Files): Readonly<Record<string, string>> {
  const [coloured, setColoured] = useState<{
    readonly sources: Files;
    readonly html: Readonly<Record<string, string>>;
  }>({ sources: {}, html: {} });

  useEffect(() => {
    let isLate = false;
    void import('@/lib/course/highlight')
      .then(async ({ highlightFiles }) => ({ sources: files, html: await highlightFiles(files) }))
      .then((next) => {
        if (!isLate) setColoured(next);
      })
      .catch(() => {
        // Without colours the code can be read and edited all the same.
      });
    return () => {
      isLate = true;
    };
  }, [files]);

  const { sources, html } = coloured;
  return Object.fromEntries(Object.entries(html).filter(([path]) => sources[path] === files[path]));
}
