/**
 * The same letters on every machine. The site has no fonts of its own and takes the system's; a picture that is to be
 * compared is taken with two from a package, which no visitor ever gets.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const PACKAGES = join(import.meta.dirname, '..', '..', 'node_modules', '@fontsource-variable');
const FONTS = {
  prose: join(PACKAGES, 'inter', 'files', 'inter-latin-wght-normal.woff2'),
  code: join(PACKAGES, 'jetbrains-mono', 'files', 'jetbrains-mono-latin-wght-normal.woff2'),
} as const;
const ROLES = ['prose', 'code'] as const;

/** For a browser that draws letters as shapes, without regard to the screen or the system's settings. */
export const PLAIN_LETTERS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
];

const face = (role: keyof typeof FONTS) =>
  `@font-face { font-family: 'Pinned ${role}'; src: url('/pinned-fonts/${role}.woff2'); font-weight: 100 900; }`;
const STYLE = `${ROLES.map(face).join('\n')}
:root { --font-prose: 'Pinned prose' !important; --font-code: 'Pinned code' !important; }`;

/** Once for a page, before it goes anywhere: the fonts can be fetched, from the site's own host as its policy asks. */
export async function offerPinnedFonts(page: Page): Promise<void> {
  for (const role of ROLES) {
    await page.route(`**/pinned-fonts/${role}.woff2`, (route) => route.fulfill({ path: FONTS[role] }));
  }
}

/** Sets the open page in the pinned fonts and waits until they are there. */
export async function setInPinnedFonts(page: Page): Promise<void> {
  await page.addStyleTag({ content: STYLE });
  await page.evaluate(
    async (families) => {
      await Promise.all(families.map((family) => document.fonts.load(`16px '${family}'`)));
    },
    ROLES.map((role) => `Pinned ${role}`),
  );
}
