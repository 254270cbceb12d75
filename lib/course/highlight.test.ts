import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeThemes, palette } from './code-theme';
import { highlight } from './highlight';

/** WCAG's contrast of two #rrggbb colours. */
function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [first, second]
    .map((colour) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5]
        .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the code theme', () => {
  test.each(Object.values(codeThemes))('$name keeps every colour readable on its ground', (theme) => {
    const ground = theme.colors['editor.background'];
    for (const { settings } of theme.settings)
      expect(contrast(settings.foreground, ground)).toBeGreaterThan(4.5);
  });

  test('gives `async` and `await` the accent', async () => {
    const html = await highlight(
      'async def layer(request):\n    async with slot:  # await\n        return await get_response("await")',
    );
    const accented = [...html.matchAll(/<span class="code-awaiting">([^<]*)<\/span>/g)].map(([, text]) =>
      text?.trim(),
    );
    expect(accented).toEqual(['async', 'async', 'await']);
  });

  test('has the colours of the stylesheet', () => {
    const css = readFileSync('app/globals.css', 'utf8');
    const roles = Object.entries(palette).filter(([role]) => role !== 'ink' && role !== 'ground');
    for (const [role, [light, dark]] of roles) {
      expect(css).toMatch(new RegExp(`\\.code-${role} \\{\\s*color: light-dark\\(${light}, ${dark}\\)`));
    }
  });

  test('shows a language it does not know as plain text', async () => {
    expect(await highlight('a < b', 'cobol')).toContain('a &#x3C; b');
  });
});
