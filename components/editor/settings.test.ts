// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { parseSettings } from '@/lib/editor/settings';
import { applySettings } from './settings';
import { SETTINGS_KEY, settingsScript } from './settings-script';

const page = document.documentElement;

/** What the page is told to show code with. */
function shown() {
  const of = (name: string) => page.style.getPropertyValue(`--editor-${name}`);
  return {
    size: of('size'),
    scale: of('scale'),
    line: of('line'),
    font: of('font'),
    wraps: page.dataset.codeWraps === '',
  };
}

beforeEach(() => {
  localStorage.clear();
  applySettings(parseSettings(null));
});

it('shows code as the page does while nothing is set', () => {
  expect(shown()).toEqual({ size: '', scale: '', line: '', font: '', wraps: false });
});

it.each([
  { size: 20, font: 'browser', wrap: true, screenReader: true },
  { size: 12, font: 'page', wrap: false, screenReader: false },
  { size: 17, font: 'serif', wrap: 1 },
  { size: null },
  [],
  'none',
])('is before the first paint what it is afterwards, when %j was kept', (kept) => {
  localStorage.setItem(SETTINGS_KEY, JSON.stringify(kept));
  new Function(settingsScript)();
  const before = shown();
  applySettings(parseSettings(JSON.stringify(kept)));
  expect(shown()).toEqual(before);
});

it('survives a kept text that is no JSON', () => {
  localStorage.setItem(SETTINGS_KEY, '{');
  expect(() => new Function(settingsScript)()).not.toThrow();
  expect(shown().size).toBe('');
});
