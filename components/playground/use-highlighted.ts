/** Colours for texts that no build has seen: the highlighter is fetched once such a text is shown. */
import { useEffect, useState } from 'react';
import type { Files } from '@/lib/playground/arrangement';

/** Texts, and the `<pre>` of each by path. */
export type Highlighted = { readonly sources: Files; readonly html: Files };

/**
 * `<pre>` by path, of the texts as they were when they were coloured; what is not coloured yet has none.
 * `first` was coloured by the build.
 */
export function useHighlighted(files: Files, first: Highlighted): Files {
  const [coloured, setColoured] = useState(first);
  const { sources, html } = coloured;
  const isStale = Object.entries(files).some(([path, source]) => sources[path] !== source);

  useEffect(() => {
    if (!isStale) return;
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
  }, [files, isStale]);

  return Object.fromEntries(Object.entries(html).filter(([path]) => sources[path] === files[path]));
}
