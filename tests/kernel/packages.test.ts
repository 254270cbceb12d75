/** Modules of the reader's in folders: packages with and without an `__init__.py`, as a middleware from elsewhere has them. */
import { expect, test } from 'vitest';
import { outputOf, scenario, traceOf } from './scenarios';

const LAYER = `from . import conf
from .conf import NAME
from audit.plain.names import SHORT


class Audit:
    def __init__(self, get_response):
        self.get_response = get_response
        log(f"{conf.__name__} {__name__} {__package__} {__file__.rpartition('/')[2]} {NAME} {SHORT}")

    def __call__(self, request):
        return self.get_response(request)
`;

const FILES = {
  'audit.py': 'raise AssertionError("of a module and a package with one name, Python finds the package")\n',
  'audit/__init__.py': 'from .conf import NAME as ALSO\n',
  'audit/conf.py': 'NAME = "audit"\n',
  'audit/middleware.py': LAYER,
  'audit/plain/names.py': 'SHORT = "a"\n',
  // A folder without an __init__.py does not hide a package of the same name.
  'django/broken.py': '',
};

const stack = (more: Parameters<typeof scenario>[1]) =>
  scenario('', { layers: ['audit.middleware.Audit'], files: FILES, ...more });

test('a package imports its own modules, and is an app if the settings name it', async () => {
  const trace = await traceOf(stack({ settings: { INSTALLED_APPS: ['audit'] } }));
  expect(trace.outcome).toEqual({ kind: 'finished' });
  expect(outputOf(trace)).toEqual(['audit.conf audit.middleware audit middleware.py audit a']);
  expect(trace.requests.map(({ status }) => status)).toEqual([200]);
  expect(trace.layers.find(({ name }) => name === 'Audit')).toMatchObject({
    path: 'audit.middleware.Audit',
    file: 'audit/middleware.py',
    origin: 'learner',
  });
  expect(trace.files.map(({ path }) => path)).toContain('audit/plain/names.py');
});

test('an error is placed in the file of its package', async () => {
  const broken = { ...FILES, 'audit/conf.py': 'ZERO = 0\nNAME = 1 / ZERO\n' };
  const trace = await traceOf(stack({ files: broken }));
  expect(trace.outcome).toMatchObject({ kind: 'startup-error', error: { type: 'ZeroDivisionError' } });
  if (trace.outcome.kind !== 'startup-error') throw new Error('it started');
  expect(trace.outcome.error.frames.at(-1)).toMatchObject({ file: 'audit/conf.py', line: 2 });
  expect(trace.outcome.error.text).toContain('File "audit/conf.py", line 2');
});
