/** Objects that bite whoever looks at them, texts that nobody can hold, and modules that do not load. */
import { ENDLESS, EXIT, FINISHED, type HostileProgram, RECURSION } from './program';

export const OBJECTS: readonly HostileProgram[] = [
  {
    what: 'a fault in __del__',
    before: `
      class Bad:
          def __del__(self): sys.exit(1)
    `,
    body: 'Bad()',
    says: FINISHED,
  },
  {
    what: 'an error whose text raises',
    before: `
      class Bad(Exception):
          def __str__(self): raise SystemExit(1)
          __repr__ = __str__
    `,
    body: 'raise Bad()',
    says: EXIT,
  },
  {
    what: 'an error whose text never ends',
    before: `
      class Bad(Exception):
          def __str__(self): return str(self)
    `,
    body: 'raise Bad()',
    says: RECURSION,
  },
  {
    what: 'an error with lies about its class',
    before: `
      class Meta(type):
          __module__ = property(lambda self: 1 / 0)
      class Bad(Exception, metaclass=Meta): pass
    `,
    body: 'raise Bad()',
    says: /was raised/,
  },
  {
    what: 'an error that is its own cause',
    body: `
      one, two = ValueError(1), ValueError(2)
      one.__cause__, two.__cause__ = two, one
      raise one
    `,
    says: /ValueError was raised/,
  },
  {
    what: 'a traceback ten thousand errors long',
    body: `
      import functools
      def chained(error, number):
          new = ValueError(number)
          new.__context__ = error
          return new
      raise functools.reduce(chained, range(10_000), ValueError())
    `,
    says: /was raised/,
  },
  {
    what: 'an object that hashes and compares by faulting',
    before: `
      class Bad:
          def __hash__(self): raise SystemExit
          __eq__ = __str__ = __repr__ = __await__ = __hash__
    `,
    body: `
      asyncio.current_task().set_name(Bad())
      await Bad()
    `,
    says: EXIT,
  },
  {
    what: 'a response of the wrong kind in every part',
    before: `
      class Bad:
          def __getattr__(self, name): return Bad()
          def __call__(self, *a): return self
          def __repr__(self): raise ValueError(1)
          __iter__ = __str__ = __repr__
    `,
    body: `
      response = await get_response(request)
      response.status_code = Bad()
      response._charset = Bad()
      response.headers._store = Bad()
      return response
    `,
    says: /TypeError was raised/,
  },
  {
    what: 'text that no encoding has',
    body: `
      print('\\ud800\\udfff\\x00\\x1b[2J\\u202e')
      raise ValueError('\\ud800\\x00' * 1000)
    `,
    says: /ValueError was raised/,
  },
  {
    what: 'a header that holds a line break and a surrogate',
    body: `
      response = await get_response(request)
      response.headers._store['x'] = ('X\\r\\nY', '\\u20ac\\n')
      return response
    `,
    says: /was raised|3 × 200/,
  },
  {
    what: 'a name of a million letters',
    body: `
      name = 'x' * 10 ** 6
      setattr(request, name, 1)
      namespace = {}
      exec(f'def {name}(): raise ValueError({name!r})\\n{name}()', namespace)
    `,
    says: /Too much was printed/,
  },
  {
    what: 'a status that is no status',
    body: `
      response = await get_response(request)
      response.status_code = -(10 ** 30)
      return response
    `,
    says: /ValueError was raised/,
  },
  {
    what: 'a module that imports itself',
    before: `
      import importlib
      importlib.reload(sys.modules[__name__])
    `,
    says: /RecursionError|calls itself without end|3 × 200/,
  },
  {
    what: 'an endless import',
    before: `
      import importlib, itertools
      for n in itertools.count():
          sys.modules[f"m{n}"] = __import__("types").ModuleType(f"m{n}")
    `,
    says: ENDLESS,
  },
  {
    what: 'two threads that wait for each other',
    body: `
      one, two = threading.Lock(), threading.Lock()
      def take(first, second):
          with first:
              time.sleep(0.01)
              with second: pass
      threading.Thread(target=take, args=(one, two)).start()
      take(two, one)
    `,
    says: /Nothing can go on/,
  },
  {
    what: 'an event that nobody sets',
    body: 'await asyncio.Event().wait()',
    says: /Nothing can go on/,
  },
];
