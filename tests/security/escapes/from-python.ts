/**
 * Attempts of learner code to get out of Python: at JavaScript, at the machine, at the network. Each prints
 * 'escaped' where it gets what it wants; `BAIT` is an address that answers everybody and logs who asks.
 */

export type PythonAttempt = { readonly what: string; readonly body: string };

/** Lines that print 'escaped' if `statement` gives anything but an error or nothing. */
const tries = (...statements: readonly string[]): string =>
  statements
    .map((statement) =>
      [
        'try:',
        `    if ${statement}: print('escaped')`,
        'except BaseException as error: print(repr(error))',
      ].join('\n'),
    )
    .join('\n');

const IMPORTS: readonly PythonAttempt[] = [
  'js',
  'pyodide_js',
  'pyodide.http',
  'pyodide.code',
  '_pyodide',
  '_pyodide_core',
  '_pyodide.jsbind',
  'ctypes',
  '_ctypes',
  '_testcapi',
  '_testinternalcapi',
  'webbrowser',
  'faulthandler',
  'mmap',
  '_posixsubprocess',
].map((name) => ({
  what: `the module ${name}`,
  body: [
    'import importlib, importlib.util, pkgutil, runpy, types',
    'from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec, PathFinder',
    tries(
      `__import__('${name}')`,
      `importlib.import_module('${name}')`,
      `sys.modules['${name}']`,
      `BuiltinImporter.create_module(ModuleSpec('${name}', BuiltinImporter))`,
      `importlib.util.module_from_spec(ModuleSpec('${name}', BuiltinImporter))`,
      `sys.modules['_imp'].create_builtin(ModuleSpec('${name}', None))`,
      `pkgutil.resolve_name('${name}')`,
      `runpy.run_module('${name}')`,
      `sys.meta_path.clear() or sys.meta_path.extend([BuiltinImporter, FrozenImporter, PathFinder]) or __import__('${name}')`,
      `sys.path_importer_cache.clear() or __import__('${name}')`,
      `importlib.reload(types.ModuleType('${name}'))`,
    ),
  ].join('\n'),
}));

/** Visits whatever can be reached from one object. Not counted as the learner's lines, or it would be ended. */
const WALK = `
def walk(roots, wanted):
    seen, todo, found = set(), list(roots), []
    while todo and len(seen) < 300_000:
        thing = todo.pop()
        if id(thing) in seen: continue
        seen.add(id(thing))
        kept.append(thing)
        if wanted(thing): found.append(type(thing).__name__)
        if isinstance(thing, dict):
            todo.extend(thing.keys()); todo.extend(thing.values())
        elif isinstance(thing, (list, tuple, set, frozenset)): todo.extend(thing)
        elif not isinstance(thing, (str, bytes, int, float)):
            for name in names:
                try: value = getattr(thing, name, None)
                except BaseException: continue
                if value is not None: todo.append(value)
            if isinstance(thing, type):
                try: todo.extend(type.__subclasses__(thing)); todo.extend(vars(thing).values())
                except BaseException: pass
    return len(seen), found
kept = []
names = ('__dict__', '__globals__', '__closure__', 'cell_contents', '__self__', '__func__', '__wrapped__', '__defaults__',
    '__kwdefaults__', '__mro__', '__code__', 'co_consts', 'gi_frame', 'cr_frame', 'ag_frame', 'tb_frame', 'tb_next', 'f_back', 'f_locals',
    'f_globals', 'f_builtins', '__context__', '__cause__', '__traceback__', 'fget', 'fset', 'func', 'args', 'keywords',
    '__loader__', '__spec__', '__builtins__', '__weakref__', 'default_factory', '__init__', '__call__')
`;

const OBJECTS: readonly PythonAttempt[] = [
  {
    what: 'a JavaScript object anywhere in the graph of objects',
    body: [
      `source = ${JSON.stringify(WALK)}`,
      "run = vars(sys.modules['built' 'ins'])['ex' 'ec']",
      'scope = {}',
      'run(source, scope)',
      'def wanted(thing):',
      '    kind = type(thing)',
      "    return kind.__name__.startswith(('Js', 'pyodide.ffi.Js')) or 'JsProxy' in kind.__name__",
      "size, found = scope['walk']([object, sys.modules, sys._getframe(), sys.exc_info()], wanted)",
      "print('walked', size > 20_000)",
      "if found: print('escaped', found)",
    ].join('\n'),
  },
  {
    what: 'a maker of JavaScript objects in the graph of objects',
    body: [
      `source = ${JSON.stringify(WALK)}`,
      "run = vars(sys.modules['built' 'ins'])['ex' 'ec']",
      'scope = {}',
      'run(source, scope)',
      'makers = {"create_proxy", "create_once_callable", "run_sync", "to_js", "run_js", "destroy_proxies", "raw_call"}',
      'def wanted(thing):',
      "    return getattr(thing, '__name__', None) in makers and type(thing).__name__ == 'builtin_function_or_method'",
      "size, found = scope['walk']([object, sys.modules, sys._getframe()], wanted)",
      "print('walked', size > 20_000)",
      "if found: print('escaped', found)",
    ].join('\n'),
  },
  {
    what: 'the frames below its own',
    body: [
      'frame = sys._getframe()',
      'while frame is not None:',
      '    for scope in (frame.f_locals, frame.f_globals):',
      '        for value in list(scope.values()):',
      "            if 'Js' in type(value).__name__: print('escaped', value)",
      '    frame = frame.f_back',
    ].join('\n'),
  },
  {
    what: 'a JavaScript object made from its class',
    body: [
      'kinds = [kind for kind in object.__subclasses__() if "Js" in kind.__name__]',
      'for kind in kinds:',
      '    for make in (lambda: kind(), lambda: kind.__new__(kind), lambda: object.__new__(kind)):',
      "        try: print('escaped', make())",
      '        except BaseException as error: print(repr(error))',
    ].join('\n'),
  },
  {
    what: 'pickles, copies and codecs that import',
    body: [
      'import codecs, copyreg, pickle',
      tries(
        "pickle.loads(b'cjs\\nfetch\\n.')",
        "pickle.loads(b'c_pyodide_core\\ncreate_proxy\\n.')",
        "copyreg.__newobj__(__import__('js'))",
        "codecs.lookup('js')",
        "codecs.lookup('pyodide')",
      ),
    ].join('\n'),
  },
  {
    what: 'anything alive in what is left of Pyodide, imported without its guard',
    body: [
      'from importlib.machinery import BuiltinImporter, FrozenImporter, PathFinder',
      'sys.meta_path[:] = [BuiltinImporter, FrozenImporter, PathFinder]',
      'import pyodide.code, pyodide.ffi',
      'for module in (pyodide.code, pyodide.ffi):',
      '    for name in ("create_proxy", "create_once_callable", "run_sync", "to_js", "run_js", "register_js_module"):',
      '        make = getattr(module, name, None)',
      '        for given in (("1",), (print,), ("json", os), ({"a": 1},)):',
      '            try: result = make(*given)',
      '            except BaseException as error: print(repr(error)); continue',
      "            if result is not given[0] and result is not None: print('escaped', name, result)",
    ].join('\n'),
  },
  {
    what: 'the collector, which knows every object',
    body: [
      'import gc',
      tries('gc.get_objects()', 'gc.get_referrers(object)', 'gc.get_referents(sys.modules)'),
    ].join('\n'),
  },
  {
    what: 'the built-in functions that switch stacks, called with anything',
    body: [
      'from await_points.kernel import scheduler',
      'host = scheduler._host',
      'for name in ("spawn", "leave"):',
      '    for value in ("text", None, object(), 2 ** 70, -1):',
      '        try: print(type(getattr(host, name)(value)).__name__)',
      '        except BaseException as error: print(repr(error))',
    ].join('\n'),
  },
];

const MACHINE: readonly PythonAttempt[] = [
  {
    what: 'other programs',
    body: [
      'import subprocess',
      tries(
        "os.system('id') == 0",
        "subprocess.run(['id'])",
        "os.execv('/bin/sh', ['sh'])",
        "os.posix_spawn('/bin/sh', ['sh'], {})",
        'os.fork() >= 0',
        "os.popen('id').read()",
      ),
    ].join('\n'),
  },
  {
    what: 'extension modules and libraries of its own',
    body: [
      'import sqlite3',
      'from importlib.machinery import ExtensionFileLoader, ModuleSpec',
      "open('/tmp/own.so', 'wb').write(b'\\0asm\\1\\0\\0\\0')",
      tries(
        "ExtensionFileLoader('own', '/tmp/own.so').create_module(ModuleSpec('own', None, origin='/tmp/own.so'))",
        "sys.modules['_imp'].create_dynamic(ModuleSpec('own', None, origin='/tmp/own.so'))",
        "sqlite3.connect(':memory:').enable_load_extension(True) is None",
        "sqlite3.connect(':memory:').execute(\"select load_extension('/tmp/own.so')\")",
      ),
    ].join('\n'),
  },
  {
    what: 'device files and the process table',
    body: [
      tries("[name for name in os.listdir('/dev') if name.startswith(('sd', 'kmem', 'mem', 'video'))]"),
      tries("open('/proc/self/environ').read()", "open('/proc/self/mem', 'rb').read(8)"),
      tries("os.mknod('/tmp/disk', 0o60666, 0x800) is None and open('/tmp/disk', 'rb').read(1)"),
    ].join('\n'),
  },
  {
    what: 'the files of the machine that serves the page',
    body: tries(
      "open('/etc/passwd').read()",
      "open('/home/pyodide/../../etc/hostname').read()",
      "os.listdir('/root')",
    ),
  },
];

const NETWORK: readonly PythonAttempt[] = [
  {
    what: 'a socket',
    body: [
      'import socket',
      tries(
        "socket.create_connection(('localhost', BAIT_PORT), timeout=1)",
        "socket.socket().connect(('localhost', BAIT_PORT)) is None",
        'socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("localhost", BAIT_PORT))',
      ),
    ].join('\n'),
  },
  {
    what: 'the C type below a socket',
    body: ['import _socket', tries("_socket.socket().connect(('127.0.0.1', BAIT_PORT)) is None")].join('\n'),
  },
  {
    what: 'urllib and http.client',
    body: [
      'import http.client, urllib.request',
      tries(
        "urllib.request.urlopen('BAIT', timeout=1)",
        "http.client.HTTPConnection('localhost', BAIT_PORT, timeout=1).request('GET', '/') is None",
      ),
    ].join('\n'),
  },
  {
    what: 'http over ssl',
    body: tries(
      "__import__('http.client').client.HTTPSConnection('localhost', BAIT_PORT, timeout=1).connect() is None",
      "__import__('urllib.request').request.urlopen('BAIT'.replace('http:', 'https:'), timeout=1)",
    ),
  },
  {
    what: 'httpx to a real host, which is the simulated network',
    body: [
      'import httpx',
      "async with httpx.AsyncClient() as client: print((await client.get('BAIT')).status_code)",
    ].join('\n'),
  },
  {
    what: 'connections and servers of asyncio',
    body: [
      'for attempt in (asyncio.open_connection("localhost", BAIT_PORT), asyncio.start_server(print, "localhost", 9999)):',
      '    try:',
      '        await attempt',
      "        print('escaped')",
      '    except BaseException as error: print(repr(error))',
    ].join('\n'),
  },
  {
    what: 'mail, FTP and the names of hosts',
    body: [
      'import ftplib, smtplib, socket',
      tries(
        "smtplib.SMTP('localhost', BAIT_PORT, timeout=1)",
        "ftplib.FTP('localhost', timeout=1)",
        "socket.gethostbyaddr('8.8.8.8')",
      ),
    ].join('\n'),
  },
];

export const FROM_PYTHON: readonly PythonAttempt[] = [...IMPORTS, ...OBJECTS, ...MACHINE, ...NETWORK];
