import { describe, expect, test } from 'vitest';
import type { Trace } from '@/lib/trace/schema';
import { blockedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { buildTrace, type EventInput } from '@/tests/support/trace';
import type { Question } from '../question';
import { fingerprint } from './fingerprint';
import { questionsSchema } from './question-description';
import { settleQuestion } from './settle-question';

const common = {
  id: 'a-question',
  prompt: 'What happens?',
  proof: { example: 'a-run', caption: 'Look.' },
};
const option = (id: string, more: object = {}) => ({ id, text: id, reason: 'Because.', ...more });

/** Settles a question of the given description over a run. */
function settle(description: object, trace: Trace = overlappingTrace()): Question {
  const [parsed] = questionsSchema.parse([{ ...common, ...description }]);
  if (parsed === undefined) throw new Error('There is one question.');
  return settleQuestion(parsed, () => trace);
}
const rightOnes = ({ options }: Question) => options.filter(({ correct }) => correct).map(({ id }) => id);

const prints = (text: string, request: string | null, t: number): EventInput => ({
  kind: 'output',
  stream: 'stdout',
  loop: 'server',
  text,
  request,
  t,
});

describe('a choice', () => {
  const single = {
    kind: 'single',
    options: [
      option('together', { shows: [{ overlap: true }] }),
      option('in-turn', { shows: [{ not: { overlap: true } }] }),
    ],
  };

  test('takes its right option from the run, and another one from another run', () => {
    expect(rightOnes(settle(single, overlappingTrace()))).toEqual(['together']);
    expect(rightOnes(settle(single, blockedTrace()))).toEqual(['in-turn']);
  });

  test('of several takes all that hold', () => {
    const options = [
      option('together', { shows: [{ overlap: true }] }),
      option('answered', { shows: [{ statuses: { A: 200 } }] }),
      option('hopping', { shows: [{ hops: { toThread: 1, toLoop: 0 } }] }),
    ];
    expect(rightOnes(settle({ kind: 'multiple', options }))).toEqual(['together', 'answered']);
    expect(() => settle({ kind: 'single', options })).toThrow(
      /more than one right option: "together", "answered"/,
    );
  });

  test('that no run decides rests on a proof that must hold', () => {
    const options = [option('yes', { correct: true }), option('no', { correct: false })];
    const proof = { ...common.proof, shows: [{ overlap: true }] };
    expect(rightOnes(settle({ kind: 'single', options, proof }))).toEqual(['yes']);
    expect(() => settle({ kind: 'single', options, proof }, blockedTrace())).toThrow(
      /its proof does not hold: One after the other/,
    );
    expect(() => settle({ kind: 'single', options })).toThrow(/its proof needs `shows`/);
  });

  test('without a right option is refused with what the run did', () => {
    const options = [
      option('slow', { shows: [{ elapsed: [1, 2] }] }),
      option('slower', { shows: [{ elapsed: [2, 3] }] }),
    ];
    expect(() => settle({ kind: 'single', options })).toThrow(
      /no right option[\s\S]*"slow": .*it took 220 ms/,
    );
  });

  test('has options of one make', () => {
    const options = [option('yes', { correct: true }), option('no', { shows: [{ overlap: true }] })];
    expect(() => settle({ kind: 'single', options })).toThrow(/every option has/);
  });
});

describe('an order', () => {
  const items = [
    option('out', { event: { logged: 'out' } }),
    option('never', { event: { event: 'cancel' } }),
    option('in', { event: { logged: 'in', request: 'A' } }),
    option('arrival', { event: { event: 'request-arrive', request: 'A' } }),
  ];
  const arrive: EventInput = { kind: 'request-arrive', request: 'A' };

  test('is that of the run, and what does not happen is in none', () => {
    const question = settle(
      { kind: 'order', items },
      buildTrace({ events: [arrive, prints('in', 'A', 5), prints('out', 'A', 9)] }),
    );
    expect(question).toMatchObject({ order: ['arrival', 'in', 'out'] });
    expect(rightOnes(question)).toEqual(['out', 'in', 'arrival']);
  });

  test('changes with the recording, and the fingerprint with it', () => {
    const [first, second] = [
      [arrive, prints('in', 'A', 5), prints('out', 'A', 9)],
      [arrive, prints('out', 'A', 5), prints('in', 'A', 9)],
    ].map((events) => settle({ kind: 'order', items }, buildTrace({ events })));
    expect(second).toMatchObject({ order: ['arrival', 'out', 'in'] });
    expect(second?.hash).not.toBe(first?.hash);
  });

  test('needs two events that happen, each named once', () => {
    expect(() => settle({ kind: 'order', items }, buildTrace({ events: [arrive] }))).toThrow(
      /fewer than two/,
    );
    const twice = [...items, option('again', { event: { logged: 'in' } })];
    expect(() =>
      settle({ kind: 'order', items: twice }, buildTrace({ events: [arrive, prints('in', 'A', 5)] })),
    ).toThrow(/names the event of "in" twice/);
  });
});

describe('a gap', () => {
  const gap = {
    kind: 'gap',
    file: 'middleware.py',
    code: 'response = ____ get_response(request)',
    options: [option('await'), option('return'), option('yield')],
  };

  test('is filled by what stands in the file', () => {
    expect(rightOnes(settle(gap))).toEqual(['await']);
  });

  test('may reach over several lines, whatever their indentation', () => {
    const code = 'await asyncio.sleep(0.2)\nresponse = ____ get_response(request)';
    expect(rightOnes(settle({ ...gap, code }))).toEqual(['await']);
  });

  test('that nothing fills is refused, as is a file that is not there, or code without a gap', () => {
    expect(() => settle({ ...gap, code: 'answer = ____' })).toThrow(
      /exactly one must stand in middleware\.py/,
    );
    expect(() => settle({ ...gap, file: 'urls.py' })).toThrow(/no file urls\.py/);
    expect(() => settle({ ...gap, code: 'response = 1' })).toThrow(/holds ____ once/);
  });
});

describe('a line', () => {
  const line = {
    kind: 'line',
    file: 'middleware.py',
    event: { event: 'suspend', request: 'A' },
    options: [
      option('sleep', { text: 'await asyncio.sleep(0.2)' }),
      option('call', { text: 'response = await get_response(request)' }),
    ],
  };

  test('is the one at which the event happened', () => {
    const question = settle(line);
    expect(rightOnes(question)).toEqual(['sleep']);
    expect(question).toMatchObject({
      lines: expect.arrayContaining([{ text: '    return middleware', option: null }]),
    });
  });

  test('that is not the only one of its text is refused, as is an event elsewhere', () => {
    const unknown = [...line.options, option('other', { text: 'await nothing()' })];
    expect(() => settle({ ...line, options: unknown })).toThrow(/"other" stands nowhere in middleware\.py/);
    const [, call] = line.options;
    expect(() => settle({ ...line, options: [call, option('return', { text: 'return response' })] })).toThrow(
      /no right option\. It happened at line 8 of middleware\.py: await asyncio\.sleep/,
    );
    expect(() => settle({ ...line, file: 'views.py' })).toThrow(/stands on no line of views\.py/);
    expect(() => settle({ ...line, event: { event: 'cancel' } })).toThrow(/its run has no cancel/);
  });
});

describe('a moment', () => {
  const moment = {
    kind: 'moment',
    request: 'B',
    at: 0.1,
    options: [
      { id: 'ready', reason: 'The loop is held.' },
      { id: 'suspended', reason: 'It awaits.' },
    ],
  };

  test('is what the request does then, by the derived state', () => {
    expect(rightOnes(settle(moment, blockedTrace()))).toEqual(['ready']);
    expect(rightOnes(settle(moment, overlappingTrace()))).toEqual(['suspended']);
  });

  test('without the right state is refused with the state', () => {
    expect(() => settle({ ...moment, at: 0.001 })).toThrow(/At 1 ms request B is not there yet/);
    expect(() => settle({ ...moment, request: 'Z' })).toThrow(/no request Z/);
  });
});

describe('a time', () => {
  const time = {
    kind: 'time',
    event: { event: 'response-end', request: 'B' },
    range: [0, 0.6],
    tolerance: 0.01,
    bands: [
      { id: 'at-once', from: 0, to: 0.1, reason: 'No.' },
      { id: 'after-its-own', from: 0.1, to: 0.3, reason: 'Its own wait.' },
      { id: 'after-a', from: 0.3, to: 0.6, reason: 'After A.' },
    ],
  };

  test('is in the band that holds the event, which another run moves', () => {
    expect(rightOnes(settle(time, overlappingTrace()))).toEqual(['after-its-own']);
    expect(rightOnes(settle(time, blockedTrace()))).toEqual(['after-a']);
    expect(settle(time, blockedTrace())).toMatchObject({ truth: 400_000, tolerance: 10_000 });
  });

  test('outside of its range, or with a hole between its bands, is refused', () => {
    const bands = time.bands.slice(0, 2);
    expect(() => settle({ ...time, bands, range: [0, 0.3] }, blockedTrace())).toThrow(
      /It happened at 400 ms/,
    );
    expect(() => settle({ ...time, bands })).toThrow(/do not cover the range/);
  });
});

describe('the fingerprint of a question', () => {
  const description = {
    kind: 'single',
    options: [
      option('one', { shows: [{ overlap: true }] }),
      option('two', { shows: [{ not: { overlap: true } }] }),
    ],
  };

  test('changes with the wording and with the right answer', () => {
    const question = settle(description);
    expect(settle({ ...description, prompt: 'What else happens?' }).hash).not.toBe(question.hash);
    expect(settle(description, blockedTrace()).hash).not.toBe(question.hash);
  });

  test('stays when a reason, a caption or a probe is edited', () => {
    const [first, second] = description.options;
    const edited = {
      ...description,
      options: [
        { ...first, reason: 'Otherwise.' },
        { ...second, shows: [{ workerThreads: 3 }] },
      ],
      proof: { ...common.proof, caption: 'Look twice.' },
    };
    expect(settle(edited).hash).toBe(settle(description).hash);
  });

  test('stays when an event moves within its band', () => {
    const time = {
      kind: 'time' as const,
      id: 'when',
      prompt: 'When?',
      proof: { example: 'a-run', run: 'a-unit/a-run', caption: 'Look.' },
      options: [],
      range: [0, 10] as const,
      bands: [],
      tolerance: 1,
    };
    expect(fingerprint({ ...time, truth: 4 })).toBe(fingerprint({ ...time, truth: 5 }));
  });
});
