import { describe, expect, test } from 'vitest';
import { filesOf } from './arrangement';
import { bringFiles, PASTED } from './bring-file';
import { layersIn, ownLayers } from './own-layers';

const files = filesOf({
  id: 'x',
  layers: ['middleware.timer'],
  files: { 'middleware.py': 'def timer(get_response):\n    return get_response\n' },
  view: 'view = 1\n',
  requests: [],
});

const REAL = `from django.utils.deprecation import MiddlewareMixin

class Old(MiddlewareMixin):
    pass

class New:
    def __init__(self, get_response):
        self.get_response = get_response

def factory(get_response):
    return get_response

def long(
    get_response,
):
    return get_response

class Derived(BaseMiddleware):
    pass

class Tool:
    def __init__(self, value):
        pass

def tool(value):
    return lambda get_response: value

async def wrong(get_response):
    return get_response

class _Base(MiddlewareMixin):
    pass
`;

const LAYER = (imports: string) => `${imports}\n\ndef audit(get_response):\n    return get_response\n`;
const bring = (present: typeof files, ...brought: (readonly [path: string, source: string])[]) =>
  bringFiles(
    present,
    brought.map(([path, source]) => ({ path, source })),
  );

describe('a file that is brought', () => {
  test('offers the layers that it defines', () => {
    expect(layersIn(REAL)).toEqual(['Old', 'New', 'factory', 'long', 'Derived', 'wrong']);
    expect(ownLayers({ 'app/middleware.py': REAL })[0]).toBe('app.middleware.Old');
    expect(ownLayers({ 'app/__init__.py': REAL })[0]).toBe('app.Old');
  });

  test('becomes a file under a free name, with what there is to say', () => {
    const brought = bring(files, [
      'middleware.py',
      '\uFEFFimport structlog\r\ndef bind(get_response):\r\n\tsettings.BOUND\r\n',
    ]);
    expect(brought).toMatchObject({
      file: 'middleware_2.py',
      words:
        'middleware_2.py is here. “Add a layer” offers what is in it: bind. Not here is structlog: a run stops where it is imported. Bring that file too, or take the import out. It reads BOUND, for which “Settings” has a place.',
    });
    expect(brought.files?.['middleware_2.py']).toBe(
      'import structlog\ndef bind(get_response):\n\tsettings.BOUND\n',
    );
    expect(brought.files).toMatchObject(files);
  });

  test('comes where it is imported from, by its name', () => {
    const first = bring(files, ['middleware.py', LAYER('from audit.conf import NAME')]);
    expect(first.words).toContain('Not here is audit.conf:');
    const second = bring(first.files ?? files, ['conf.py', 'NAME = 1\n']);
    expect(second).toMatchObject({ file: 'audit/conf.py' });
    expect(second.words).not.toContain('Not here');
  });

  test('comes where it is imported from, by what a pasted text defines', () => {
    const first = bring(files, [PASTED, LAYER('from audit.conf import NAME, read')]);
    const other = bring(first.files ?? files, [PASTED, 'NAME = 1\n']);
    expect(other).toMatchObject({ file: 'pasted_2.py' });
    const second = bring(first.files ?? files, [PASTED, 'NAME: int = 1\ndef read(): ...\n']);
    expect(second).toMatchObject({ file: 'audit/conf.py' });
  });

  test('stands in a package where it imports from its own', () => {
    const first = bring(files, ['middleware.py', LAYER('from .conf import NAME\nfrom ..base import X')]);
    expect(first).toMatchObject({ file: 'brought/inner/middleware.py' });
    expect(first.words).toContain('Not here is brought.inner.conf and brought.base:');
    const second = bring(first.files ?? files, ['base.py', 'X = 1\n'], ['conf.py', 'NAME = 1\n']);
    expect(Object.keys(second.files ?? {})).toEqual(
      expect.arrayContaining(['brought/base.py', 'brought/inner/conf.py']),
    );
  });

  test('several are put together, whatever their order', () => {
    const { words, ...brought } = bring(
      files,
      ['conf.py', 'NAME = 1\n'],
      ['middleware.py', LAYER('from audit.conf import NAME')],
    );
    expect(Object.keys(brought.files ?? {})).toEqual(
      expect.arrayContaining(['middleware_2.py', 'audit/conf.py']),
    );
    expect(words).toMatch(/^middleware_2.py and audit\/conf.py are here\./);
  });

  test('a folder keeps its packages, without what stands around them, and says what it replaces', () => {
    const folder = [
      ['work/src/audit/__init__.py', ''],
      ['work/src/audit/middleware.py', LAYER('from .conf import NAME')],
      ['work/src/audit/conf.py', 'NAME = 1\n'],
    ] as const;
    const first = bring(files, ...folder);
    expect(first).toMatchObject({ file: 'audit/middleware.py' });
    expect(first.words).not.toContain('Not here');
    expect(Object.keys(first.files ?? {})).toEqual(
      expect.arrayContaining(['audit/__init__.py', 'audit/middleware.py', 'audit/conf.py']),
    );
    expect(bring(first.files ?? files, ...folder).words).toContain('Undo brings the old text back.');
  });

  test('is refused in a sentence where it is none, or too long', () => {
    expect(bring(files, ['photo.png', ''])).toMatchObject({
      files: null,
      words: expect.stringMatching(/not named like/),
    });
    expect(bring(files, ['a.py', '#'.repeat(300_000)])).toMatchObject({
      files: null,
      words: expect.stringMatching(/^Nothing was brought\..*more than 200,000 characters/),
    });
  });
});
