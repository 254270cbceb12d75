/** All that can be done from the palette, in the order in which it is offered. */
import { otherPages, readerPages } from '@/components/shell/pages';
import { chooseTheme, themeNames, themes } from '@/components/shell/theme';
import { siteAddress } from '@/lib/course/addresses';
import { type PartOfMap, placeOf, unitAddress } from '@/lib/course/map';
import { pageCommands } from './page-commands';

export type Command = {
  readonly title: string;
  /** What tells it from others of the same name, or says where it belongs. */
  readonly detail: string | null;
  /** Commands of one group stand together. */
  readonly group: string;
  readonly perform: () => void;
};

function go(group: string, href: `/${string}`, title: string, detail: string | null = null): Command {
  return { group, title, detail, perform: () => window.location.assign(siteAddress(href)) };
}

export function commandsOf(
  parts: readonly PartOfMap[],
  focused: Element | null,
  onSheet: () => void,
): readonly Command[] {
  return [
    ...pageCommands(focused).map((command) => ({ group: 'On this page', ...command })),
    go('Go to', '/search/', 'Search'),
    go('Go to', '/', 'Start'),
    ...[...readerPages, ...otherPages].map(({ href, title }) => go('Go to', href, title)),
    go('Go to', '/progress/#offline', 'Keep for offline'),
    { group: 'Reading', title: 'Shortcuts', detail: null, perform: onSheet },
    ...themes.map((theme) => ({
      group: 'Reading',
      title: themeNames[theme],
      detail: null,
      perform: () => chooseTheme(theme),
    })),
    ...parts
      .flatMap(({ units }) => units)
      .map((unit) => go('Units', unitAddress(unit.id), unit.title, placeOf(unit))),
  ];
}
