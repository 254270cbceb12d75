/**
 * What the page itself offers as commands: its buttons with `data-command`. Where there are several editors, each
 * with a Run of its own (`data-commands` around it), those of one are meant: the one with the focus, else the one
 * that is looked at.
 */

/** What they say of themselves, in the order in which they are offered; others follow. */
const ORDER = ['run', 'format', 'reset', 'settings'];
const rankOf = ({ dataset: { command = '' } }: HTMLElement) =>
  ORDER.includes(command) ? ORDER.indexOf(command) : ORDER.length;

/** How far an element's middle lies from that of the window, in pixels. */
function distance(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.abs((top + bottom - window.innerHeight) / 2);
}

function placeMeant(focused: Element | null): Element | null {
  const own = focused?.closest('[data-commands]');
  if (own) return own;
  const [nearest] = [...document.querySelectorAll('[data-commands]')].sort(
    (a, b) => distance(a) - distance(b),
  );
  return nearest ?? null;
}

export type PageCommand = {
  readonly title: string;
  /** Which of several it belongs to: the file that is open there. */
  readonly detail: string | null;
  readonly perform: () => void;
};

/** The buttons that can be pressed now, seen from where the focus was. */
export function pageCommands(focused: Element | null): readonly PageCommand[] {
  const meant = placeMeant(focused);
  const file = meant?.querySelector('[role="tab"][aria-selected="true"]')?.firstChild?.textContent ?? null;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-command]:enabled')];
  return buttons
    .sort((a, b) => rankOf(a) - rankOf(b))
    .flatMap((button) => {
      const place = button.closest('[data-commands]');
      if (place !== null && place !== meant) return [];
      if (!button.checkVisibility()) return [];
      const perform = () => {
        button.scrollIntoView({ block: 'nearest' });
        button.click();
      };
      return [{ title: button.textContent ?? '', detail: place === null ? null : file, perform }];
    });
}
