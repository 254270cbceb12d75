/** What lies too deep: calls, values, source. */
import { type HostileProgram, RECURSION } from './program';

export const DEPTH: readonly HostileProgram[] = [
  {
    what: 'a function that calls itself',
    body: `
      def deeper(): deeper()
      deeper()
    `,
    says: RECURSION,
  },
  {
    what: 'a function that calls itself where recursion has no limit',
    body: `
      sys.setrecursionlimit(10 ** 9)
      def deeper(): deeper()
      deeper()
    `,
    says: RECURSION,
  },
  {
    what: 'recursion through C where recursion has no limit',
    body: `
      sys.setrecursionlimit(10 ** 9)
      def deeper(_): return sorted([1, 2], key=deeper)
      deeper(0)
    `,
    says: RECURSION,
  },
  {
    what: 'a coroutine that awaits itself',
    body: `
      sys.setrecursionlimit(10 ** 9)
      async def deeper(): await deeper()
      await deeper()
    `,
    says: RECURSION,
  },
  {
    what: 'an object whose repr is its repr',
    before: `
      class Endless:
          def __repr__(self): return repr(self)
    `,
    body: 'repr(Endless())',
    says: RECURSION,
  },
  {
    what: 'an attribute that looks itself up',
    before: `
      class Endless:
          def __getattr__(self, name): return getattr(self, name)
    `,
    body: 'Endless().x',
    says: RECURSION,
  },
  {
    what: 'a list fifty thousand deep that is printed',
    body: `
      import functools
      print(functools.reduce(lambda deep, _: [deep], range(50_000), []))
    `,
    says: RECURSION,
  },
  {
    what: 'JSON a million deep',
    body: `
      import json
      json.loads('[' * 1_000_000)
    `,
    says: RECURSION,
  },
  {
    what: 'a chain of fifty thousand objects let go at once',
    body: `
      import functools
      chain = functools.reduce(lambda rest, _: [rest], range(50_000), [])
      del chain
    `,
    says: /3 × 200|A function calls itself without end/,
  },
  {
    what: 'a chain of iterators fifty thousand deep',
    body: `
      import functools
      list(functools.reduce(lambda inner, _: map(int, inner), range(50_000), []))
    `,
    says: RECURSION,
  },
  {
    what: 'source nested too deep for the compiler',
    body: `x = ${'('.repeat(5000)}${')'.repeat(5000)}`,
    says: /Python cannot read this line|nested/,
  },
  {
    what: 'source of a million signs',
    body: `x = ${'-'.repeat(500_000)}1`,
    says: /The source is nested too deep for Python/,
  },
  {
    what: 'a tree that is too deep for the compiler',
    body: "compile('+'.join(['1'] * 200_000), 'made', 'eval')",
    says: RECURSION,
  },
];
