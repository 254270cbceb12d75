import { expect, it } from 'vitest';
import { only, startup } from '@/tests/support/problems';
import { pythonError } from '@/tests/support/trace';

const DJANGO = { file: 'django.core.handlers.base', line: 150, origin: 'django' } as const;

it('lists what the file defines when MIDDLEWARE names something else', () => {
  const problem = only({
    files: { 'middleware.py': 'def RequestTimer(get_response): ...\n\nclass Audit: ...' },
    requests: [],
    outcome: startup(
      pythonError('ImportError', 'Module "middleware" does not define a "RequestTimr" attribute/class', [
        DJANGO,
      ]),
    ),
  });
  expect(problem.title).toBe('`middleware.py` has no `RequestTimr`');
  expect(problem.explanation).toContain('`RequestTimer`, `Audit`');
  expect(problem.place?.file).toBe('middleware.py');
});

it('says why a module was not imported to its end, where Django only misses the name', () => {
  const explained = (message: string) => {
    const text = `Traceback (most recent call last):
  File "/lib/python3.14/site-packages/django/utils/module_loading.py", line 30, in import_string
  File "app/middleware.py", line 3, in <module>
    NAME = settings.NAME
  File "/lib/python3.14/site-packages/django/conf/__init__.py", line 235, in __getattr__
AttributeError: ${message}

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
ImportError: Module "app.middleware" does not define a "Timer" attribute/class
`;
    const missing = 'Module "app.middleware" does not define a "Timer" attribute/class';
    return only({
      files: { 'app/middleware.py': 'class Timer: ...' },
      requests: [],
      outcome: startup({ ...pythonError('ImportError', missing, [DJANGO]), text }),
    });
  };
  const unset = explained("module 'django.conf.global_settings' has no attribute 'NAME'");
  expect(unset.title).toBe('`NAME` is not set');
  expect(unset.place).toEqual({ file: 'app/middleware.py', line: 3 });
  const other = explained("module 'json' has no attribute 'NAME'");
  expect(other.title).toBe('`app/middleware.py` failed while it was imported');
  expect(other.explanation).toContain("AttributeError: module 'json' has no attribute 'NAME'");
  const really = explained("module 'app.middleware' has no attribute 'Timer'. Did you mean: 'timer'?");
  expect(really.title).toBe('`app/middleware.py` has no `Timer`');
});

it('names a module that does not exist', () => {
  const problem = only({
    files: { 'views.py': '' },
    requests: [],
    outcome: startup(pythonError('ModuleNotFoundError', "No module named 'middlewar'", [DJANGO])),
  });
  expect(problem.title).toBe('There is no module `middlewar`');
  expect(problem.explanation).toContain('A dotted path in the settings');
});
