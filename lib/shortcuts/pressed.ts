/** Which shortcut a key stroke calls. */
import type { Keys } from './keys';

/** What is read of a keyboard event, the browser's or React's. */
export type Stroke = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The key's place, by its letter on a US keyboard: 'KeyF'. */
  readonly code?: string;
};

/** Whether this is a machine of Apple's, where Command takes the place of Ctrl. */
export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iP(hone|ad|od)/.test(navigator.platform);
}

function matches(key: string, stroke: Stroke, apple: boolean): boolean {
  const parts = key.split(/\+(?=.)/);
  const last = parts.at(-1) ?? '';
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const wantsCtrl = has('Ctrl') || (has('Mod') && !apple);
  const wantsMeta = has('Mod') && apple;
  const isModified = wantsCtrl || wantsMeta || has('Alt');
  // A character already says whether Shift was needed for it, on whatever keyboard.
  const shiftCounts = isModified || last.length > 1;
  // With Option a key writes another letter: there its place counts as well.
  const letters = [stroke.key, ...(apple && has('Alt') ? [stroke.code?.replace(/^Key/, '')] : [])].map(
    (letter) => letter?.toLowerCase(),
  );
  return (
    stroke.ctrlKey === wantsCtrl &&
    stroke.metaKey === wantsMeta &&
    stroke.altKey === has('Alt') &&
    (!shiftCounts || stroke.shiftKey === has('Shift')) &&
    (isModified ? letters.includes(last.toLowerCase()) : stroke.key === last)
  );
}

/** The shortcut of a group that this stroke calls; null where it calls none. */
export function pressed<Group extends Keys>(
  keys: Group,
  stroke: Stroke,
  apple: boolean = isApple(),
): (keyof Group & string) | null {
  for (const name of Object.keys(keys)) {
    if (keys[name]?.some((key) => matches(key, stroke, apple))) return name;
  }
  return null;
}
