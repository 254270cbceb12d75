'use client';
import { useSyncExternalStore } from 'react';
import { chooseTheme, readTheme, subscribeToTheme, type Theme, themeNames, themes } from './theme';

const icons: Readonly<Record<Theme, string>> = {
  system: 'M2.5 3.5h11v7h-11zM6 13.5h4M8 10.5v3',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3.05 3.05l1.06 1.06M11.89 11.89l1.06 1.06M3.05 12.95l1.06-1.06M11.89 4.11l1.06-1.06',
  dark: 'M13.5 9.5A5.8 5.8 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7z',
};

/** Three radio buttons in a row: device, light, dark. */
export function ThemeSwitch() {
  const current = useSyncExternalStore<Theme>(subscribeToTheme, readTheme, () => 'system');
  return (
    <fieldset className="needs-script flex rounded-full border border-line bg-surface p-0.5">
      <legend className="sr-only">Theme</legend>
      {themes.map((theme) => (
        <label
          key={theme}
          title={themeNames[theme]}
          className="grid size-7 place-items-center rounded-full text-ink-faint hover:text-ink has-checked:bg-raised has-checked:text-accent has-checked:shadow-[0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="theme"
            className="sr-only"
            checked={current === theme}
            onChange={() => chooseTheme(theme)}
          />
          <svg
            viewBox="0 0 16 16"
            width="15"
            height="15"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
            strokeLinejoin="round"
          >
            <path d={icons[theme]} />
          </svg>
          <span className="sr-only">{themeNames[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}
