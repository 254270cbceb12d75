'use client';
/** The settings of all editors, below the editor in which they were asked for. */
import { type ReactNode, useId } from 'react';
import { FONTS, SIZES } from '@/lib/editor/settings';
import { changeSettings, useSettings } from './settings';
import styles from './settings-panel.module.css';

const FONT_NAMES: Readonly<Record<(typeof FONTS)[number], string>> = {
  page: 'The page’s',
  browser: 'The browser’s own',
};

export function SettingsPanel({ id }: { readonly id: string }) {
  const { size, font, wrap, screenReader } = useSettings();
  return (
    <section id={id} aria-label="Settings of all editors" className={styles.settings}>
      <label>
        Text size
        <select
          value={size ?? ''}
          onChange={({ currentTarget: { value } }) =>
            changeSettings({ size: SIZES.find((candidate) => String(candidate) === value) ?? null })
          }
        >
          <option value="">The page’s</option>
          {SIZES.map((pixels) => (
            <option key={pixels} value={pixels}>
              {pixels} px
            </option>
          ))}
        </select>
      </label>
      <label>
        Font
        <select
          value={font}
          onChange={({ currentTarget: { value } }) =>
            changeSettings({ font: FONTS.find((candidate) => candidate === value) ?? 'page' })
          }
        >
          {FONTS.map((name) => (
            <option key={name} value={name}>
              {FONT_NAMES[name]}
            </option>
          ))}
        </select>
      </label>
      <Switch on={wrap} onChange={(on) => changeSettings({ wrap: on })}>
        Wrap long lines
      </Switch>
      <Switch
        on={screenReader}
        about="The full editor then speaks to a screen reader, also to one that it has not noticed, and does not wrap lines."
        onChange={(on) => changeSettings({ screenReader: on })}
      >
        Screen-reader mode
      </Switch>
      <button type="button" data-summons="sheet">
        All shortcuts
      </button>
    </section>
  );
}

function Switch({
  on,
  about,
  onChange,
  children,
}: {
  readonly on: boolean;
  readonly about?: string;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label>
        <input
          type="checkbox"
          checked={on}
          aria-describedby={about === undefined ? undefined : id}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {children}
      </label>
      {about !== undefined && <p id={id}>{about}</p>}
    </div>
  );
}
