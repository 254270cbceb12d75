'use client';
/** The offer to see the load and the totals of a run. They are folded, and their code fetched, until asked for. */
import { useId, useState } from 'react';
import { FoldIcon } from './icons';
import { LoadPanel } from './lazy-tools';
import type { LoadProps } from './load-plot';

export function Load(properties: LoadProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="print:hidden flex w-fit items-center gap-1.5 rounded py-1 text-sm text-ink-soft hover:text-ink aria-expanded:[&_svg]:rotate-90"
      >
        <FoldIcon />
        Load and totals
      </button>
      <div id={id} hidden={!open}>
        {open && <LoadPanel {...properties} />}
      </div>
    </div>
  );
}
