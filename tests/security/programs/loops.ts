/** Loops without an end: in Python, in C, and on the event loop. */
import { ENDLESS, type HostileProgram, TIMEOUT } from './program';

export const LOOPS: readonly HostileProgram[] = [
  {
    what: 'an endless loop on one line',
    body: 'while True: pass',
    says: ENDLESS,
  },
  {
    what: 'an endless loop that catches everything',
    body: `
      while True:
          try:
              while True: pass
          except BaseException: pass
    `,
    says: ENDLESS,
  },
  {
    what: 'an endless loop when the module is imported',
    before: `
      while True:
          x = 1
    `,
    says: ENDLESS,
  },
  {
    what: 'an endless comprehension',
    body: '[None for _ in iter(int, 1)]',
    says: ENDLESS,
  },
  {
    what: 'an endless loop in code that it compiled itself',
    body: "exec(compile('while True: pass', '<made>', 'exec'), {})",
    says: ENDLESS,
  },
  {
    what: 'an endless loop in a lambda called from C',
    body: 'max(iter(int, 1), key=lambda _: 0)',
    says: ENDLESS,
  },
  {
    what: 'an endless loop in a thread',
    body: `
      def spin():
          while True: pass
      threading.Thread(target=spin).start()
    `,
    says: ENDLESS,
  },
  {
    what: 'an endless generator handed to the next',
    body: `
      def numbers():
          while True: yield from numbers()
      for _ in numbers(): pass
    `,
    says: /A function calls itself without end|This loop does not seem to end/,
  },
  {
    what: 'a sum in C',
    body: 'sum(range(10 ** 12))',
    says: TIMEOUT,
    endsByTheClock: true,
  },
  {
    what: 'a catastrophic regular expression',
    body: `
      import re
      re.match(r'(a+)+$', 'a' * 64 + 'b')
    `,
    says: TIMEOUT,
    endsByTheClock: true,
  },
  {
    what: 'a counter without an end consumed in C',
    body: `
      import collections, itertools
      collections.deque(itertools.count(), maxlen=0)
    `,
    says: TIMEOUT,
    endsByTheClock: true,
  },
  {
    what: 'a search in an endless cycle in C',
    body: `
      import itertools
      None in itertools.cycle([0])
    `,
    says: TIMEOUT,
    endsByTheClock: true,
  },
  {
    what: 'a huge power',
    body: '3 ** (10 ** 9)',
    says: TIMEOUT,
    endsByTheClock: true,
  },
  {
    what: 'a huge number printed',
    body: `
      sys.set_int_max_str_digits(0)
      print((1 << 20_000_000) // 7)
    `,
    says: TIMEOUT,
    endsByTheClock: true,
  },
  {
    what: 'a loop that waits for ever on the clock',
    body: 'while True: await asyncio.sleep(60)',
    says: /The run took too long on its own clock/,
  },
  {
    what: 'a loop that only ever gives way',
    body: 'while True: await asyncio.sleep(0)',
    says: /This loop does not seem to end|Too much happened to be recorded|The run took too long/,
  },
  {
    what: 'a callback that calls itself again for ever',
    body: `
      loop = asyncio.get_running_loop()
      def again(): loop.call_soon(again)
      again()
      await asyncio.sleep(1)
    `,
    says: /Too much happened to be recorded/,
  },
  {
    what: 'a callback in C that is called again for ever',
    body: `
      loop = asyncio.get_running_loop()
      import functools
      again = functools.partial(loop.call_soon)
      again.__setstate__((loop.call_soon, (again,), {}, {}))
      again()
      await asyncio.sleep(1)
    `,
    says: /Too much happened to be recorded/,
  },
];
