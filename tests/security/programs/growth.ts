/** What grows without an end: memory, output, tasks, threads. */
import { FINISHED, FLOOD, type HostileProgram, MEMORY } from './program';

export const GROWTH: readonly HostileProgram[] = [
  {
    what: 'a list too long for the memory',
    body: '[0] * 10 ** 9',
    says: MEMORY,
  },
  {
    what: 'a list that grows in C without an end',
    body: `
      import itertools
      list(itertools.count())
    `,
    says: MEMORY,
  },
  {
    what: 'a text that doubles',
    body: `
      text = 'x'
      while True: text += text
    `,
    says: /An error inside Python went unnoticed|The run used up its memory/,
  },
  {
    what: 'a text padded to a huge width',
    body: "'%*d' % (2 ** 31 - 1, 1)",
    says: MEMORY,
  },
  {
    what: 'a number that squares itself',
    body: `
      number = 2
      while True: number <<= number.bit_length() * 8
    `,
    says: MEMORY,
  },
  {
    what: 'dictionaries inside each other without an end',
    body: `
      import functools, itertools
      functools.reduce(lambda inner, _: {0: inner, 1: bytearray(10 ** 6)}, itertools.count())
    `,
    says: MEMORY,
  },
  {
    what: 'buffers kept while each MemoryError is caught',
    body: `
      kept = []
      while True:
          try: kept.append(bytearray(10 ** 7))
          except MemoryError: kept.append(bytearray(10 ** 3))
    `,
    says: /The run used up its memory|This loop does not seem to end|The run took too long/,
  },
  {
    what: 'small pieces until nothing is left',
    body: `
      import itertools
      kept = list(map(bytearray, itertools.repeat(1000)))
    `,
    says: MEMORY,
  },
  {
    what: 'a million prints',
    body: "for number in range(10 ** 6): print('number', number)",
    says: FLOOD,
  },
  {
    what: 'prints from C without an end',
    body: `
      import itertools
      list(map(print, itertools.count()))
    `,
    says: FLOOD,
  },
  {
    what: 'one line of a hundred million signs',
    body: "print('x' * 10 ** 8)",
    says: /Too much was printed/,
  },
  {
    what: 'a line that never ends',
    body: "while True: print('x' * 1000, end='')",
    says: /Too much was printed/,
  },
  {
    what: 'a million tasks',
    body: 'for _ in range(10 ** 6): asyncio.create_task(asyncio.sleep(1))',
    says: /Too many tasks were started/,
  },
  {
    what: 'a million threads',
    body: 'for _ in range(10 ** 6): threading.Thread(target=time.sleep, args=(1,)).start()',
    says: /Too many threads were started/,
  },
  {
    what: 'a body of a hundred million bytes',
    body: "return HttpResponse(b'x' * 10 ** 8)",
    says: FINISHED,
  },
  {
    what: 'a million warnings',
    body: `
      import warnings
      for n in range(10 ** 6): warnings.warn(f'number {n}')
    `,
    says: /Too much happened to be recorded|This loop does not seem to end|Too much was printed/,
  },
];
