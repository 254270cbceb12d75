'use client';
/** The sheet of shortcuts: all that the registry has. */
import { Fragment, useState } from 'react';
import { keepPreference } from '@/components/shell/preference';
import { CloseButton, Dialog } from '@/components/ui/dialog';
import { isApple } from '@/lib/shortcuts/pressed';
import { type Shortcut, shortcutGroups, waysToPress } from '@/lib/shortcuts/words';
import { hasSingleKeys, SINGLE_KEYS } from './single-keys';
import type { OverlayProperties } from './summon';

export function Sheet({ onClose }: OverlayProperties) {
  const [single, setSingle] = useState(hasSingleKeys);
  return (
    <Dialog label="Shortcuts" className="w-[min(60rem,100%-1.5rem)]" onClose={onClose}>
      {(close) => (
        <>
          <div className="sticky top-0 flex items-center justify-between border-b border-line bg-ground py-2 pr-2 pl-5">
            <h2 className="text-lg font-semibold">Shortcuts</h2>
            <CloseButton onPress={close} />
          </div>
          <div className="gap-x-10 px-5 pt-4 pb-2 text-[0.9375rem] sm:columns-2">
            {shortcutGroups.map(({ title, shortcuts }) => (
              <section key={title} className="mb-5 break-inside-avoid">
                <h3 className="mb-1 font-semibold">{title}</h3>
                <dl>
                  {shortcuts.map((shortcut) => (
                    <Line key={shortcut.does} {...shortcut} />
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <label className="mx-5 mb-5 flex min-h-9 items-center gap-2.5 text-[0.9375rem] text-ink-soft">
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={single}
              onChange={({ currentTarget }) => {
                setSingle(currentTarget.checked);
                void keepPreference(SINGLE_KEYS, currentTarget.checked ? 'on' : 'off');
              }}
            />
            <span>
              <kbd>?</kbd> opens this sheet
            </span>
          </label>
        </>
      )}
    </Dialog>
  );
}

function Line(shortcut: Shortcut) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-t border-line py-1.5">
      <dt className="text-ink-soft">{shortcut.does}</dt>
      <dd className="shrink-0">
        {waysToPress(shortcut, isApple()).map((caps, way) => (
          <Fragment key={caps.join('+')}>
            {way > 0 && <span className="px-1.5 text-sm text-ink-faint">or</span>}
            {caps.map((cap, place) => (
              <Fragment key={cap}>
                {place > 0 && <span className="px-0.5 text-ink-faint">+</span>}
                <kbd className="rounded-sm border border-line-strong bg-raised px-1.5 py-0.5 text-[0.8125rem]">
                  {cap}
                </kbd>
              </Fragment>
            ))}
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
