/** Learner code finds no way to JavaScript in the interpreter. */
import { describe, expect, it } from 'vitest';
import { asyncLayer, outputOf, scenario, traceOf } from './scenarios';

const printed = async (...body: readonly string[]) => outputOf(await traceOf(scenario(asyncLayer(...body))));

describe('the border to JavaScript', () => {
  it.each([
    'js',
    'pyodide',
    'pyodide_js',
    'pyodide.http',
    '_pyodide_core',
    'ctypes',
    '_ctypes',
    'faulthandler',
  ])('does not let %s be imported, not even without the finder that refuses it', async (name) => {
    const attempts = [
      `lambda: __import__('${name}')`,
      `lambda: sys.meta_path.clear() or __import__('importlib').reload(sys) or __import__('${name}')`,
      `lambda: __import__('importlib.machinery').machinery.BuiltinImporter.load_module('${name}')`,
    ];
    const lines = await printed(
      `for attempt in (${attempts.join(', ')}):`,
      '    try: print(attempt())',
      "    except Exception as error: print('refused')",
    );
    expect(lines).toEqual(['refused', 'refused', 'refused']);
  });

  it('keeps nothing that makes JavaScript objects in the modules that it left behind', async () => {
    expect(
      await printed(
        'names = set()',
        'for kind in object.__subclasses__():',
        "    if kind.__module__.startswith(('pyodide', '_pyodide')):",
        "        scope = getattr(kind.__init__, '__globals__', {})",
        "        names |= {'create_proxy', 'run_sync', 'to_js', 'raw_call'} & scope.keys()",
        'print(names)',
      ),
    ).toEqual(['set()']);
  });

  it('survives a collection, a tracer and a profiler while threads are suspended', async () => {
    expect(
      await printed(
        'import cProfile, gc',
        'await asyncio.to_thread(time.sleep, 0.01)',
        'gc.enable()',
        'print(gc.collect())',
        'for start in (lambda: sys.settrace(print), lambda: sys.setprofile(print), cProfile.Profile().enable):',
        '    try: start()',
        "    except ImportError: print('refused')",
      ),
    ).toEqual(['0', 'refused', 'refused', 'refused']);
  });

  it('does not let the collector be asked for objects', async () => {
    expect(
      await printed(
        'import gc',
        "for name in ('get_objects', 'get_referents', 'get_referrers'):",
        '    try: getattr(gc, name)()',
        "    except ImportError: print('refused')",
      ),
    ).toEqual(['refused', 'refused', 'refused']);
  });
});
