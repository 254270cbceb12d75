/** Keys as they are printed on a keyboard. */
import type { Shortcut } from './words';

const CAPS: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page up',
  PageDown: 'Page down',
  Escape: 'Esc',
  '-': '−',
};

/** What stands on the keys that are pressed together, such as `Ctrl`, `K`. */
export function keyCaps(key: string, apple: boolean): readonly string[] {
  return key.split(/\+(?=.)/).map((part) => {
    if (part === 'Mod') return apple ? '⌘' : 'Ctrl';
    if (part === 'Alt') return apple ? '⌥' : 'Alt';
    return CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** The ways to press a shortcut, each as its key caps, without repetition. */
export function waysToPress(shortcut: Shortcut, apple: boolean): readonly (readonly string[])[] {
  const ways = shortcut.keys.map((key) => keyCaps(key, apple));
  return [...new Map(ways.map((caps) => [caps.join('+'), caps])).values()];
}
