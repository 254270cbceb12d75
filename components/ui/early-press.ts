/**
 * Presses made before the code that answers them has arrived. A small inline script keeps the last one
 * inside a place that is still asleep; once the place is awake it is pressed again, so that nobody's press
 * is lost on a slow line.
 */

/** Marks a place that has not come alive. The server writes it, waking removes it. */
export const ASLEEP = 'data-asleep';

declare global {
  interface Window {
    /** The control that was pressed too early. */
    earlyPress?: HTMLElement | undefined;
  }
}

/**
 * Runs inline in the head; written small, because every page carries it. It also keeps the coming of the focus
 * into a sleeping place from React, which would try to wake it before its code is there, and never again.
 */
export const earlyPressScript = `addEventListener('click',e=>{const b=e.target.closest?.('[${ASLEEP}] button');if(b)earlyPress=b},true);addEventListener('focusin',e=>{e.target.closest?.('[${ASLEEP}]')&&e.stopPropagation()},true)`;

/** Marks the place as awake and presses again what was pressed in it too early. */
export function wake(place: HTMLElement): void {
  place.removeAttribute(ASLEEP);
  const pressed = window.earlyPress;
  if (pressed === undefined || !place.contains(pressed)) return;
  window.earlyPress = undefined;
  pressed.click();
}

/** The press was answered after all: React replays some of them itself. */
export function forgetPress(): void {
  window.earlyPress = undefined;
}
