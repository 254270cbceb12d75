import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type EditorSettings, lineHeightOf, parseSettings } from './settings';

describe('the settings of the editor', () => {
  it('come back as they were kept', () => {
    const settings: EditorSettings = { size: 18, font: 'browser', wrap: true, screenReader: true };
    expect(parseSettings(JSON.stringify(settings))).toEqual(settings);
  });

  it.each([null, '', '{', '7', 'null', '[]', '"wrap"'])('are the defaults when %j was kept', (kept) => {
    expect(parseSettings(kept)).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what is whole beside what is broken', () => {
    const kept = JSON.stringify({ size: 500, font: 'url(evil)', wrap: 'yes', screenReader: true, more: 1 });
    expect(parseSettings(kept)).toEqual({ ...DEFAULT_SETTINGS, screenReader: true });
  });

  it('give larger text higher lines, in whole pixels', () => {
    expect(lineHeightOf(15)).toBe(26);
  });
});
