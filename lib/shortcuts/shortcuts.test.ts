/** The registry of shortcuts: strokes, the sheet, and that no handler knows a key that is not in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyCaps, waysToPress } from './caps';
import * as registry from './keys';
import { pressed, type Stroke } from './pressed';
import { shortcutGroups } from './words';

const groups = Object.entries(registry) as unknown as readonly (readonly [string, registry.Keys])[];

const stroke = (key: string, modifiers: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('a key stroke', () => {
  it('calls the shortcut that has its key', () => {
    expect(pressed(registry.timelineKeys, stroke('ArrowUp'), false)).toBe('step');
    expect(pressed(registry.timelineKeys, stroke(' '), false)).toBe('play');
    expect(pressed(registry.timelineKeys, stroke('x'), false)).toBeNull();
  });

  it('calls nothing with a modifier that the shortcut does not have', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const) {
      expect(pressed(registry.timelineKeys, stroke('d', { [modifier]: true }), false)).toBeNull();
    }
    expect(pressed(registry.pageKeys, stroke('K', { ctrlKey: true, shiftKey: true }), false)).toBeNull();
  });

  it('needs Command on a machine of Apple’s where others need Ctrl', () => {
    expect(pressed(registry.pageKeys, stroke('k', { ctrlKey: true }), false)).toBe('palette');
    expect(pressed(registry.pageKeys, stroke('k', { metaKey: true }), false)).toBeNull();
    expect(pressed(registry.pageKeys, stroke('k', { metaKey: true }), true)).toBe('palette');
    expect(pressed(registry.pageKeys, stroke('k', { ctrlKey: true }), true)).toBeNull();
  });

  it('counts by its place where Option makes another letter of it', () => {
    const option = stroke('Ï', { altKey: true, shiftKey: true, code: 'KeyF' });
    expect(pressed(registry.formatKeys, option, true)).toBe('format');
    expect(pressed(registry.formatKeys, option, false)).toBeNull();
    expect(pressed(registry.formatKeys, stroke('F', { altKey: true, shiftKey: true }), false)).toBe('format');
  });

  it('tells a named key with Shift from one without, and takes a character as it comes', () => {
    expect(pressed(registry.editorKeys, stroke('Tab', { shiftKey: true }), false)).toBe('shallower');
    expect(pressed(registry.editorKeys, stroke('Tab'), false)).toBe('deeper');
    expect(pressed(registry.pageKeys, stroke('?', { shiftKey: true }), false)).toBe('sheet');
    expect(pressed(registry.timelineKeys, stroke('+', { shiftKey: true }), false)).toBe('zoomIn');
  });
});

describe('the sheet', () => {
  const listed = shortcutGroups.flatMap(({ shortcuts }) => shortcuts);

  it('lists every shortcut, each once', () => {
    const all = groups.flatMap(([, keys]) => Object.values(keys));
    expect(listed.map(({ keys }) => keys)).toHaveLength(all.length);
    expect(new Set(listed.map(({ keys }) => keys))).toEqual(new Set(all));
  });

  it.each(groups)('gives no key of %s two meanings', (_, keys) => {
    const own = Object.values(keys).flat();
    expect(own).toEqual([...new Set(own)]);
  });

  it('names keys as they are printed on a keyboard', () => {
    expect(keyCaps('Mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('Shift+Alt+ArrowDown', true)).toEqual(['Shift', '⌥', '↓']);
    expect(keyCaps('+', false)).toEqual(['+']);
  });

  it('says a way to press a shortcut once', () => {
    const run = { keys: registry.runKeys.run, does: 'Run' };
    expect(waysToPress(run, false)).toEqual([['Ctrl', 'Enter']]);
    expect(waysToPress(run, true)).toEqual([
      ['⌘', 'Enter'],
      ['Ctrl', 'Enter'],
    ]);
  });
});

describe('the handlers', () => {
  const root = join(import.meta.dirname, '..', '..');
  const sources = ['app', 'components', 'lib']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/testing\/|^lib\/shortcuts\//.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  /** Monaco has its own names for keys; it is told ours from the registry, and refuses one it does not know. */
  const TRANSLATOR = 'components/editor/full-keys.ts';

  const listening = sources.filter(({ text }) => /onKeyDown[=:(]|\(\s*'key(down|up)'/.test(text));

  it('ask the registry what a key means, wherever they listen to keys', () => {
    expect(listening.length).toBeGreaterThan(8);
    const asks = /pressed(Key)?\((\w+Keys),|onKeyDown=\{onKeyDown\}|pressKey\(/;
    expect(listening.filter(({ text }) => !asks.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('name no key themselves', () => {
    const names = /['"](Arrow(Up|Down|Left|Right)|Escape|Enter|Tab|Home|End|Page(Up|Down)|Delete)['"]/;
    const naming = sources.filter(({ file, text }) => file !== TRANSLATOR && names.test(text));
    expect(naming.map(({ file }) => file)).toEqual([]);
    const reading = listening.filter(({ text }) => /\.key\b\s*[!=]==|\[(\w+\.)?key\]/.test(text));
    expect(reading.map(({ file }) => file)).toEqual([]);
  });

  it('leave no group of the registry without one', () => {
    const unused = groups.filter(
      ([name]) => !sources.some(({ text }) => new RegExp(`(pressed(Key)?|bind)\\(${name}\\b`).test(text)),
    );
    expect(unused.map(([name]) => name)).toEqual([]);
  });
});
