import { describe, expect, test } from 'vitest';
import { withSection } from './marked-section.mjs';

const DOCUMENT = 'a\n\n<!-- bench -->\n\nold\n\n<!-- /bench -->\n\nb\n\n<!-- suites -->\n<!-- /suites -->\n';

describe('a marked section', () => {
  test('is replaced, and nothing else', () => {
    expect(withSection(DOCUMENT, 'bench', '\nnew $& $1\n')).toBe(DOCUMENT.replace('old', () => 'new $& $1'));
  });

  test('may have been empty', () => {
    expect(withSection(DOCUMENT, 'suites', 'new')).toContain('<!-- suites -->\n\nnew\n\n<!-- /suites -->\n');
  });

  test('written twice is as written once', () => {
    const once = withSection(DOCUMENT, 'bench', 'new');
    expect(withSection(once, 'bench', 'new')).toBe(once);
  });

  test('is refused where the document has no place for it', () => {
    expect(() => withSection(DOCUMENT, 'size', 'new')).toThrow('<!-- size -->');
    expect(() => withSection('<!-- /size --><!-- size -->', 'size', 'new')).toThrow('<!-- size -->');
  });
});
