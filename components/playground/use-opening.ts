/** Follows the address: a link to a stack, or to the run of a lesson. */
import { useEffect, useRef, useState } from 'react';
import { type Files, filesOf } from '@/lib/playground/arrangement';
import { readShareLink } from '@/lib/playground/share-link';
import { scenarioSchema } from '@/lib/simulator/scenario';

export type Preset = {
  /** 'unit/example' */
  readonly id: string;
  readonly title: string;
  /** The lesson it belongs to. */
  readonly lesson: string;
  /** Where it is fetched. */
  readonly scenario: string;
};

export type OpeningNotice = { readonly kind: 'opened' | 'refused' | 'opening'; readonly words: string };

export type OpeningState = {
  readonly notice: OpeningNotice | null;
  readonly openPreset: (preset: Preset) => Promise<void>;
};

const FROM_A_LINK =
  'This stack came with a link. Read it before you run it: it is somebody else’s code, and it runs only in this page.';

export function useOpening({
  presets,
  open,
}: {
  readonly presets: readonly Preset[];
  readonly open: (files: Files) => void;
}): OpeningState {
  const [notice, setNotice] = useState<OpeningNotice | null>(null);
  const latest = useRef(open);
  latest.current = open;

  async function openPreset({ title, scenario }: Preset) {
    setNotice({ kind: 'opening', words: `Fetching “${title}”…` });
    try {
      const response = await fetch(scenario);
      if (!response.ok) throw new Error(`${scenario} answered ${response.status}`);
      latest.current(filesOf(scenarioSchema.parse(await response.json())));
      setNotice({ kind: 'opened', words: `“${title}” is here, to be changed.` });
    } catch {
      setNotice({ kind: 'refused', words: 'It could not be fetched. Are you online?' });
    }
  }
  const followPreset = useRef(openPreset);
  followPreset.current = openPreset;

  useEffect(() => {
    const follow = async () => {
      const { hash } = window.location;
      const wanted = new URLSearchParams(hash.slice(1)).get('preset');
      if (wanted !== null) {
        const preset = presets.find(({ id }) => id === wanted);
        if (preset) await followPreset.current(preset);
        else
          setNotice({ kind: 'refused', words: 'The link names a run that is not here. Choose one below.' });
        return;
      }
      const reading = await readShareLink(hash);
      if (reading.kind === 'refused') setNotice({ kind: 'refused', words: reading.reason });
      if (reading.kind === 'scenario') {
        latest.current(reading.files);
        setNotice({ kind: 'opened', words: FROM_A_LINK });
      }
    };
    void follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [presets]);

  return { notice, openPreset };
}
