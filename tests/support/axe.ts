/** What axe finds on a page, and how a page is looked at in both themes and sizes without being opened four times. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A theme changes colours and nothing else: these are the rules that can tell two themes apart. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

type Looking = {
  /** A selector of the part that is looked at; the whole page without one. */
  readonly within?: string;
  readonly rules?: 'all' | 'about colours';
};

/** What axe finds, in a line for each element. */
export async function axeFindings(page: Page, { within, rules = 'all' }: Looking = {}): Promise<string[]> {
  // No page of ours holds a frame. Without those axe need not describe every element that has passed to
  // another page, which takes longer than to look at it.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(rules === 'all' ? {} : { runOnly: ABOUT_COLOURS }),
  });
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** The same in both themes: wholly in the light one, and by the rules about colours in the dark one, which then stays. */
export async function axeFindingsInBothThemes(page: Page, within?: string): Promise<string[]> {
  const part = within === undefined ? {} : { within };
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await axeFindings(page, part);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await axeFindings(page, { ...part, rules: 'about colours' });
  return [...light, ...dark.map((finding) => `in the dark theme, ${finding}`)];
}

/** How many pixels the page can be scrolled to the side, which should be none. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
