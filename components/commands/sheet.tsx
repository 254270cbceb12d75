'use client';
/** The sheet of shortcuts: all that the registry has. */
import { Fragment, useState } from 'react';
import { keepPreference } from '@/components/shell/preference';
import { CloseButton, Dialog } from '@/components/ui/dialog';
import { waysToPress } from '@/lib/shortcuts/caps';
import { isApple } from '@/lib/shortcuts/pressed';
import { type Shortcut, shortcutGroups } from '@/lib/shortcuts/words';
import styles from './commands.module.css';
import { hasSingleKeys, SINGLE_KEYS } from './single-keys';
import type { OverlayProperties } from './summon';

export function Sheet({ onClose }: OverlayProperties) {
  const [single, setSingle] = useState(hasSingleKeys);
  return (
    <Dialog label="Shortcuts" className={styles.sheet ?? ''} onClose={onClose}>
      {(close) => (
        <>
          <div className={styles.title}>
            <h2>Shortcuts</h2>
            <CloseButton onPress={close} />
          </div>
          <div className={styles.groups}>
            {shortcutGroups.map(({ title, shortcuts }) => (
              <section key={title}>
                <h3>{title}</h3>
                <dl>
                  {shortcuts.map((shortcut) => (
                    <Line key={shortcut.does} {...shortcut} />
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <label className={styles.choice}>
            <input
              type="checkbox"
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
    <div className={styles.shortcut}>
      <dt>{shortcut.does}</dt>
      <dd>
        {waysToPress(shortcut, isApple()).map((caps, way) => (
          <Fragment key={caps.join('+')}>
            {way > 0 && <span className={styles.between}>or</span>}
            {caps.map((cap, place) => (
              <Fragment key={cap}>
                {place > 0 && <span className={styles.between}>+</span>}
                <kbd>{cap}</kbd>
              </Fragment>
            ))}
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
