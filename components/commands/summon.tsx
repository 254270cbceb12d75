'use client';
/**
 * Listens for what opens the commands and the sheet of shortcuts: their keys, and buttons with `data-summons`, which
 * may stand anywhere. What opens is fetched then.
 */
import { useEffect, useState } from 'react';
import { fetched } from '@/components/ui/fetched';
import type { PartOfMap } from '@/lib/course/map';
import { pageKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import { hasSingleKeys } from './single-keys';

const OVERLAYS = {
  palette: fetched(async () => (await import('./palette')).Palette),
  sheet: fetched(async () => (await import('./sheet')).Sheet),
};
type OverlayName = keyof typeof OVERLAYS;

export type OverlayProperties = {
  readonly parts: readonly PartOfMap[];
  readonly onClose: () => void;
  readonly onSummon: (name: OverlayName) => void;
};

const isOverlay = (name: string | undefined): name is OverlayName => name !== undefined && name in OVERLAYS;

/** Where keys are text. */
const FIELDS = 'input, textarea, select, [contenteditable], [role="textbox"]';

export function Summon({ parts }: { readonly parts: readonly PartOfMap[] }) {
  const [open, setOpen] = useState<OverlayName | null>(null);

  useEffect(() => {
    const summon = (name: OverlayName) => {
      // One at a time; one that is being closed is out of the way already.
      if (document.querySelector('dialog[open]') === null) setOpen(name);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const name = pressed(pageKeys, event);
      if (name === null || event.isComposing) return;
      if (name === 'sheet') {
        const isTyping = event.target instanceof Element && event.target.closest(FIELDS) !== null;
        if (isTyping || !hasSingleKeys()) return;
      }
      event.preventDefault();
      event.stopPropagation();
      summon(name);
    };
    const onClick = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-summons]') : null;
      const name = button?.dataset.summons;
      if (!isOverlay(name)) return;
      // The focus goes back to what opened the panel, which will still be there.
      button?.closest<HTMLElement>('[popover]')?.hidePopover();
      summon(name);
    };
    // Before the editor, which has uses of its own for some of these keys.
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('click', onClick);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('click', onClick);
    };
  }, []);

  if (open === null) return null;
  const Overlay = OVERLAYS[open];
  return (
    <Overlay
      parts={parts}
      onClose={() => setOpen((current) => (current === open ? null : current))}
      onSummon={setOpen}
    />
  );
}
