import { describe, expect, test } from 'vitest';
import { type Files, filesOf, readArrangement } from './arrangement';
import * as arranging from './arranging';

const files = filesOf({
  id: 'x',
  layers: ['middleware.timer', 'middleware.audit', 'gate.gate'],
  files: { 'middleware.py': '', 'gate.py': '', 'views.py': '' },
  view_entry: 'views.view',
  requests: [{ id: 'A', path: '/a', at: 0.1 }],
});

const arrangementOf = (changed: Files) => {
  const { arrangement, problem } = readArrangement(changed);
  if (arrangement === null) throw new Error(problem);
  return arrangement;
};
const pathsOf = (changed: Files) => arrangementOf(changed).layers.map(({ path }) => path);

describe('layers', () => {
  test.each([
    [0, 2, ['middleware.audit', 'gate.gate', 'middleware.timer']],
    [2, 0, ['gate.gate', 'middleware.timer', 'middleware.audit']],
    [1, 9, ['middleware.timer', 'gate.gate', 'middleware.audit']],
    [7, 0, ['middleware.timer', 'middleware.audit', 'gate.gate']],
  ])('move from %i to %i, and the others close up', (from, to, order) => {
    expect(pathsOf(arranging.moveLayer(files, from, to))).toEqual(order);
  });

  test('are switched off and stay on the list', () => {
    expect(arrangementOf(arranging.switchLayer(files, 1, false)).layers[1]).toEqual({
      path: 'middleware.audit',
      on: false,
    });
  });

  test('go with their file where it is only theirs', () => {
    expect(Object.keys(arranging.removeLayer(files, 2))).not.toContain('gate.py');
    expect(Object.keys(arranging.removeLayer(files, 0))).toContain('middleware.py');
    const imported = { ...files, 'views.py': 'from gate import gate\n' };
    expect(Object.keys(arranging.removeLayer(imported, 2))).toContain('gate.py');
  });

  test('leave a file that has other layers in it, and take a whole package along', () => {
    const layer = (name: string) => `def ${name}(get_response): ...\n`;
    const two = { ...files, 'gate.py': layer('gate') + layer('other') };
    expect(Object.keys(arranging.removeLayer(two, 2))).toContain('gate.py');
    const brought = { ...files, 'app/middleware.py': layer('audit'), 'app/conf.py': '' };
    const added = arranging.addOwnLayer(brought, 'app.middleware.audit');
    expect(Object.keys(arranging.removeLayer(added, 3)).filter((path) => path.startsWith('app/'))).toEqual(
      [],
    );
  });

  test('come in files of their own', () => {
    const twice = arranging.addNewLayer(arranging.addNewLayer(files, 'timer'), 'timer');
    expect(pathsOf(twice).slice(-2)).toEqual(['timer.timer', 'timer_2.timer_2']);
    expect(twice['timer_2.py']).toContain('def timer_2(get_response)');
  });

  test('of Django bring their settings', () => {
    const path = 'django.contrib.sessions.middleware.SessionMiddleware';
    const { layers, settings } = arrangementOf(arranging.addDjangoLayer(files, path));
    expect(layers.at(-1)).toEqual({ path, on: true });
    expect(settings).toMatchObject({ INSTALLED_APPS: ['django.contrib.sessions'] });
  });
});

describe('files', () => {
  test('get another name, and their layers and the view with them', () => {
    const { files: renamed, words } = arranging.renameFile(files, 'middleware.py', 'app/__init__.py');
    expect(words).toBe('middleware.py is app/__init__.py now.');
    expect(Object.keys(renamed ?? {})).toEqual(
      Object.keys(files).map((path) => (path === 'middleware.py' ? 'app/__init__.py' : path)),
    );
    expect(pathsOf(renamed ?? {})).toEqual(['app.timer', 'app.audit', 'gate.gate']);
    const { files: moved } = arranging.renameFile(files, 'views.py', 'pages.py');
    expect(arrangementOf(moved ?? {}).view).toBe('pages.view');
  });

  test.each([
    ['gate.py', 'gate.py is taken.'],
    ['../gate.py', '“../gate.py” is no name of a module: middleware.py, or app/middleware.py.'],
  ])('are not called %s', (to, words) => {
    expect(arranging.renameFile(files, 'middleware.py', to)).toEqual({ files: null, words });
  });

  test('go with the layers in them, and not where the view is', () => {
    const { files: without, words } = arranging.removeFile(files, 'middleware.py');
    expect(pathsOf(without ?? {})).toEqual(['gate.gate']);
    expect(words).toBe('middleware.py is removed, and its 2 layers with it. Undo brings it back.');
    expect(arranging.removeFile(files, 'views.py')).toEqual({
      files: null,
      words: 'The view stands in views.py: it has to stay.',
    });
  });
});

describe('requests', () => {
  test('come after the last, under the next free letter', () => {
    expect(arrangementOf(arranging.addRequest(files)).requests[1]).toMatchObject({
      id: 'B',
      path: '/a',
      at: 0.15,
    });
    const none = arranging.removeRequest(files, 0);
    expect(arrangementOf(arranging.addRequest(none)).requests).toMatchObject([{ id: 'A', path: '/', at: 0 }]);
  });

  test('go on after Z', () => {
    let many: Files = files;
    for (let number = 1; number < 27; number += 1) many = arranging.addRequest(many);
    expect(
      arrangementOf(many)
        .requests.slice(-2)
        .map(({ id }) => id),
    ).toEqual(['Z', 'A2']);
  });

  test('are changed one by one', () => {
    const changed = arranging.changeRequest(files, 0, { method: 'POST', path: '/b' });
    expect(arrangementOf(changed).requests).toMatchObject([{ id: 'A', method: 'POST', path: '/b', at: 0.1 }]);
  });
});

test('the server has between 1 and 64 threads', () => {
  expect(arrangementOf(arranging.chooseServer(files, 'wsgi', 100))).toMatchObject({
    mode: 'wsgi',
    wsgi_threads: 64,
  });
});

test('a broken arrangement is left as it is', () => {
  const broken = { ...files, 'arrangement.json': '{' };
  expect(arranging.addRequest(broken)).toBe(broken);
});
