'use client';
/** Hints about the text that is being edited: looked for when the typing pauses, from the first stroke on. */
import { useEffect, useState } from 'react';
import type { Hint, Occasion } from '@/lib/ruff/hints';
import { onDemand } from '../ui/on-demand';

/** How long nothing is typed before the text is looked at, in milliseconds. */
const PAUSE = 500;

const NO_HINTS: readonly Hint[] = [];
const tools = onDemand(() => import('./hint-tools'));

type Text = {
  readonly path: string;
  /** Null where the file can only be read. */
  readonly source: string | null;
  readonly occasion: Occasion;
};

export function useHints({ path, source, occasion }: Text) {
  const { module } = tools.useFetched();
  const [isEdited, setEdited] = useState(false);
  const [found, setFound] = useState({ path, hints: NO_HINTS });

  useEffect(() => {
    if (!isEdited || module === null || source === null) return;
    let isLate = false;
    const timer = setTimeout(async () => {
      const hints = await module.findHints(source, occasion);
      if (!isLate) setFound({ path, hints });
    }, PAUSE);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [module, isEdited, path, source, occasion]);

  return {
    hints: found.path === path && source !== null ? found.hints : NO_HINTS,
    /** The component that lists them; null until it is there, and while nothing was typed. */
    HintList: isEdited && module !== null ? module.HintList : null,
    /** To be told of each stroke. */
    onTyping() {
      setEdited(true);
      void tools.fetch();
    },
  };
}
