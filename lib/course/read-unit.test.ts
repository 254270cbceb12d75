import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { buildCourse } from './build-course';
import { readLesson } from './lesson';
import { readUnit } from './read-unit';

const unit = {
  id: 'a-unit',
  title: 'A unit',
  level: 'foundation',
  part: 'steps',
  position: 1,
  minutes: 5,
  concepts: ['await point'],
  prerequisites: [],
  summary: 'What it is about.',
};
const question = {
  id: 'who-waits',
  kind: 'single' as const,
  prompt: 'Who waits?',
  options: [
    { id: 'one', text: 'One', correct: false, reason: 'No.' },
    { id: 'all', text: 'All', correct: true, reason: 'Yes.' },
  ],
  proof: { example: 'a-run', caption: 'Look.', shows: [{ overlap: true }] },
};
const experiment = {
  claim: 1,
  says: 'They overlap.',
  runs: ['a-run'],
  shows: [{ overlap: true }],
};
const scenario = {
  id: 'a-unit/a-run',
  title: 'A run',
  layers: ['middleware.RequestTimer'],
  view_entry: 'views.view',
  requests: [{ id: 'A', path: '/' }],
  stops: [{ at: { event: 'suspend', request: 'B' }, caption: 'B is suspended.' }],
};
const lesson =
  'Some words.\n\n## A section {/* #a-section */}\n\n<Example name="a-run" />\n\n<Question id="who-waits" />\n';

let content: string;

function write(path: string, text: string) {
  const file = join(content, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const writeJson = (path: string, value: unknown) => write(path, JSON.stringify(value));

const build = () =>
  buildCourse(content, { recordings: join(content, 'recordings'), decks: join(content, 'decks') });

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'course-'));
  const trace = overlappingTrace();
  writeJson('a-unit/unit.json', unit);
  writeJson('a-unit/questions.json', [question]);
  write('a-unit/lesson.mdx', lesson);
  writeJson('a-unit/examples/a-run/scenario.json', scenario);
  for (const { path, source } of trace.files) write(`a-unit/examples/a-run/${path}`, source);
  writeJson('a-unit/examples/a-run/recording.json', trace);
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

describe('reading a unit', () => {
  test('assembles its scenario from the files beside it', () => {
    const [example] = readUnit(content, 'a-unit').examples;
    expect(Object.keys(example?.scenario.files ?? {})).toEqual(['middleware.py', 'views.py']);
  });

  test('takes a wrong answer from a file, or from a folder where it takes several', () => {
    const stack = { id: 'a-unit', title: 'A run', layers: ['one.One', 'two.Two'], requests: [], view: '' };
    const editable = ['one.py', 'two.py'];
    writeJson('a-unit/exercise/exercise.json', {
      ...{ id: 'an-exercise', title: 'Mend it', kind: 'fix', goal: 'It runs.' },
      ...{ hints: [], editable, stacks: [stack] },
    });
    for (const folder of ['seed', 'solution', 'wrong/both']) {
      for (const name of editable) write(`a-unit/exercise/${folder}/${name}`, `# ${folder}`);
    }
    write('a-unit/exercise/wrong/first.py', '# wrong');
    writeJson('a-unit/exercise/expected.json', { wrong: { both: 'a-check', first: 'another-check' } });
    write('a-unit/exercise/checks.ts', '');
    write('a-unit/lesson.mdx', `${lesson}\n<Exercise />\n`);
    expect(readUnit(content, 'a-unit').exercise?.wrong).toEqual([
      {
        name: 'both',
        files: { 'one.py': '# wrong/both', 'two.py': '# wrong/both' },
        rejectedBy: 'a-check',
      },
      {
        name: 'first',
        files: { 'one.py': '# wrong', 'two.py': '# solution' },
        rejectedBy: 'another-check',
      },
    ]);
  });

  test('takes the runs of a comparison as placed', () => {
    write('a-unit/lesson.mdx', `${lesson.replace('<Example name', '<Compare before="a-run" after')}`);
    expect(readUnit(content, 'a-unit').lesson.examples).toEqual(['a-run', 'a-run']);
  });

  test('reads the headings, with their pinned ids and without the pins', () => {
    expect(readUnit(content, 'a-unit').lesson.headings).toEqual([
      { id: 'a-section', text: 'A section', depth: 2, deeper: false },
    ]);
  });

  test('reads what stands inside <Deeper>, and counts it apart from the fast path', () => {
    write(
      'a-unit/lesson.mdx',
      `${lesson}\n<Deeper>\n\n## More {/* #more */}\n\nFour more words here.\n\n<RecordedRun example="a-run" />\n\n</Deeper>\n`,
    );
    const { headings, words, core } = readUnit(content, 'a-unit').lesson;
    expect(headings.map(({ id, deeper }) => [id, deeper])).toEqual([
      ['a-section', false],
      ['more', true],
    ]);
    expect(words).toBe(9);
    expect(core).toEqual({ words: 4, questions: 1, runs: 1 });
  });

  test('leaves the section of the exercise out of the fast path', () => {
    const file = join(content, 'a-unit/lesson.mdx');
    write('a-unit/lesson.mdx', `${lesson}\n## Your turn {/* #your-turn */}\n\nTwo words.\n\n<Exercise />\n`);
    expect(readLesson(file)).toMatchObject({ words: 8, core: { words: 4, questions: 1, runs: 1 } });
  });

  test.each([
    ['a missing lesson', () => rmSync(join(content, 'a-unit/lesson.mdx')), /lesson\.mdx: is missing/],
    [
      'a missing recorded run',
      () => rmSync(join(content, 'a-unit/examples/a-run/recording.json')),
      /a-run\/recording\.json: is missing.*npm run record/,
    ],
    [
      'an unknown field',
      () => writeJson('a-unit/unit.json', { ...unit, author: 'me' }),
      /unit\.json: does not fit its schema[\s\S]*author/,
    ],
    ['broken JSON', () => write('a-unit/unit.json', '{'), /unit\.json: is no JSON/],
    [
      'a folder that is not named like its unit',
      () => cpSync(join(content, 'a-unit'), join(content, 'b-unit'), { recursive: true }),
      /b-unit\/unit\.json: has the id "a-unit"/,
    ],
    [
      'a heading without a pinned id',
      () => write('a-unit/lesson.mdx', `${lesson}\n## Loose\n`),
      /lesson\.mdx: line 9: the heading "Loose" needs a pinned id/,
    ],
    [
      'an example that is not there',
      () => write('a-unit/lesson.mdx', `${lesson}\n<Example name="other" />\n`),
      /lesson\.mdx: places the example "other"/,
    ],
    [
      'a comparison with a run that is not there',
      () => write('a-unit/lesson.mdx', `${lesson}\n<Compare before="a-run" after="other" />\n`),
      /lesson\.mdx: places the example "other"/,
    ],
    [
      'a comparison with nothing',
      () => write('a-unit/lesson.mdx', `${lesson}\n<Compare before="a-run" />\n`),
      /lesson\.mdx: line 9: <Compare> needs after="\.\.\."/,
    ],
    [
      'a question that is not placed',
      () => writeJson('a-unit/questions.json', [question, { ...question, id: 'another' }]),
      /lesson\.mdx: never places the question "another"/,
    ],
    [
      'two right options where one is asked for',
      () =>
        writeJson('a-unit/questions.json', [
          { ...question, options: question.options.map((option) => ({ ...option, correct: true })) },
        ]),
      /questions\.json: "who-waits": has more than one right option: "one", "all"/,
    ],
    [
      'an experiment that its run refutes',
      () =>
        writeJson('a-unit/experiments.json', [
          { ...experiment, shows: [{ endsAt: { request: 'A', seconds: [0, 0.1] } }] },
        ]),
      /experiments\.json: claim 1 is not shown by its run\. a-run: The response to A was complete at 200 ms/,
    ],
    [
      'an experiment of a run that is not there',
      () => writeJson('a-unit/experiments.json', [{ ...experiment, runs: ['other'] }]),
      /experiments\.json: names the run "other"/,
    ],
    [
      'a claim that is decided twice',
      () => writeJson('a-unit/experiments.json', [experiment, experiment]),
      /experiments\.json: uses the claim "1" of a-unit/,
    ],
    [
      'code that was edited after it was recorded',
      () => write('a-unit/examples/a-run/views.py', 'edited = True\n'),
      /recording\.json: was made from another views\.py/,
    ],
    [
      'a stop at an event that did not happen',
      () =>
        writeJson('a-unit/examples/a-run/scenario.json', {
          ...scenario,
          stops: [{ at: { event: 'suspend', request: 'Z' }, caption: 'Never.' }],
        }),
      /scenario\.json: the stop "Never\."/,
    ],
    [
      'a term that the glossary lacks',
      () => write('a-unit/lesson.mdx', `${lesson}\nA <Term id="hop">hop</Term>.\n`),
      /lesson\.mdx: explains "hop"/,
    ],
    [
      'a term that another unit has introduced',
      () => {
        const hop = [{ id: 'hop', term: 'Hop', meaning: 'A crossing.' }];
        writeJson('a-unit/glossary.json', hop);
        writeJson('another-unit/glossary.json', hop);
      },
      /another-unit\/glossary\.json: has the term "hop" of another unit/,
    ],
    [
      'a card whose run the lesson does not show',
      () => writeJson('a-unit/cards.json', [{ id: 'a-card', front: 'Who?', back: 'All.', example: 'b-run' }]),
      /cards\.json: "a-card" is shown by "b-run"/,
    ],
    [
      'a link to a unit that does not exist',
      () => write('a-unit/lesson.mdx', `${lesson}\nSee <Unit id="a-uint">that</Unit>.\n`),
      /lesson\.mdx: line 9: links to "a-uint", which is no unit/,
    ],
    [
      'a link to a run that the other unit does not show',
      () => write('a-unit/lesson.mdx', `${lesson}\nSee <Unit id="a-unit" run="b-run">that</Unit>.\n`),
      /lesson\.mdx: line 9: links to the run "b-run", which "a-unit" does not show/,
    ],
    [
      'a card with a run that the other unit does not show',
      () =>
        writeJson('a-unit/cards.json', [
          { id: 'a-card', front: 'Who?', back: 'All.', example: 'a-run', unit: 'b-unit' },
        ]),
      /cards\.json: "a-card" is shown by "a-run", which "b-unit" does not show/,
    ],
    [
      'an address of a unit that does not exist',
      () => write('a-unit/lesson.mdx', `${lesson}\nSee [that](/learn/b-unit/#place).\n`),
      /lesson\.mdx: line 9: links to "b-unit", which is no unit/,
    ],
    [
      'a link to a place that the page lacks',
      () => write('a-unit/lesson.mdx', `${lesson}\nSee [below](#run-b-run).\n`),
      /lesson\.mdx: line 9: links to #run-b-run, which the lesson lacks/,
    ],
    [
      'more words than its minutes allow',
      () => write('a-unit/lesson.mdx', `${lesson}\n${'word '.repeat(2000)}\n`),
      /unit\.json: promises 5 minutes for 20\d\d words/,
    ],
  ])('names the file for %s', (_what, spoil, message) => {
    spoil();
    expect(build).toThrow(message);
  });
});

describe('what a lesson places', () => {
  test.each([
    ['<Compare before="a-run" after="a-run" />'],
    ['<Pipeline example="a-run" />'],
    ['<AwaitChain example="a-run" />'],
    ['<Kitchen example="a-run" />'],
    ['<Deeper>\n\n<Example name="a-run" />\n\n</Deeper>'],
  ])('includes the runs of %s', (element) => {
    write('a-unit/lesson.mdx', `${element}\n\n<Question id="who-waits" />\n`);
    expect(new Set(readUnit(content, 'a-unit').lesson.examples)).toEqual(new Set(['a-run']));
  });
});

describe('building the course', () => {
  test('lists the units, keeps each lesson behind its own import, and minifies the recorded runs', () => {
    build();
    const manifest = readFileSync(join(content, 'manifest.generated.ts'), 'utf8');
    expect(manifest).toContain("'a-unit': () => import('./a-unit/lesson.mdx')");
    const recording = readFileSync(join(content, 'recordings/a-unit/a-run.json'), 'utf8');
    expect(JSON.parse(recording)).toEqual(overlappingTrace());
    expect(recording).not.toContain('\n  ');
  });

  test('writes what can be reviewed of each unit', () => {
    const card = { id: 'a-card', front: 'Who?', back: 'All.', example: 'a-run' };
    writeJson('a-unit/cards.json', [card]);
    build();
    const deck = JSON.parse(readFileSync(join(content, 'decks/a-unit.json'), 'utf8'));
    expect(deck).toMatchObject({ cards: [card], questions: [{ id: 'who-waits' }] });
  });
});
