import { describe, expect, test } from 'vitest';
import { ARRANGEMENT, filesOf, readArrangement, scenarioOf, withArrangement } from './arrangement';

const example = {
  id: 'a-unit/a-run',
  title: 'Two layers',
  layers: ['middleware.timer', { entry: 'Gate', source: 'gate = 1\n' }],
  files: { 'middleware.py': 'timer = 1\n' },
  view: 'view = 1\n',
  requests: [{ id: 'A', path: '/', headers: { 'X-Key': '1' }, at: 0.05 }],
  settings: { USE_TZ: false },
};

const changed = (change: object) => {
  const files = filesOf(example);
  return { ...files, [ARRANGEMENT]: JSON.stringify({ ...JSON.parse(files[ARRANGEMENT] ?? ''), ...change }) };
};

describe('an arrangement', () => {
  test('comes from any scenario and gives the same run again', () => {
    expect(scenarioOf(filesOf(example))).toMatchObject({
      title: 'Two layers',
      layers: ['middleware.timer', 'layer_2.Gate'],
      files: { 'middleware.py': 'timer = 1\n', 'layer_2.py': 'gate = 1\n', 'scn_views.py': 'view = 1\n' },
      view_entry: 'scn_views.view',
      requests: [{ id: 'A', method: 'GET', path: '/', headers: { 'X-Key': '1' }, at: 0.05 }],
      settings: { USE_TZ: false },
    });
  });

  test('keeps a layer that is off out of the stack, and on the list', () => {
    const files = filesOf(example);
    const { arrangement } = readArrangement(files);
    if (arrangement === null) throw new Error('It was just written.');
    const [first, ...others] = arrangement.layers;
    if (first === undefined) throw new Error('It has layers.');
    const off = withArrangement(files, { ...arrangement, layers: [{ ...first, on: false }, ...others] });
    expect(scenarioOf(off).layers).toEqual(['layer_2.Gate']);
    expect(readArrangement(off).arrangement?.layers).toHaveLength(2);
  });

  test.each([
    ['text that is no JSON', { [ARRANGEMENT]: '{' }, /no arrangement/],
    ['a newer version', changed({ version: 2 }), /^version cannot be used/],
    ['a layer that is no path', changed({ layers: [{ path: 'os; rm' }] }), /layers\.0\.path.*dotted path/],
    [
      'a thousand and one requests',
      changed({ requests: Array(1001).fill({ id: 'A', path: '/' }) }),
      /requests/,
    ],
    ['a script in place of a server', changed({ mode: 'script' }), /mode/],
    ['keys of another program', changed({ evil: 1 }), /evil/],
    ['a file that is no module', { ...filesOf(example), '../secret.py': '' }, /named like a module/],
    ['more text than a page can hold', { ...filesOf(example), 'a.py': 'x'.repeat(200_001) }, /200,000/],
  ])('%s is refused in a sentence', (_what, files, sentence) => {
    const { arrangement, problem } = readArrangement(files);
    expect(arrangement).toBeNull();
    expect(problem).toMatch(sentence);
  });
});
