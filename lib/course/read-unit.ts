/**
 * Assembles a unit from its folder and checks that its parts are there and fit together. Build time only:
 * it reads the disk, and recorded runs are far too large to be part of a page.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Scenario } from '@/lib/simulator/scenario';
import { derive } from '@/lib/trace/derive';
import { type Trace, traceSchema } from '@/lib/trace/schema';
import { type AuthoredStop, resolveStops } from '@/lib/trace/stops';
import { type Card, cardsSchema } from './card';
import { type ExampleDescription, exampleSchema } from './example';
import { type Exercise, exerciseSchema, expectedSchema } from './exercise';
import { type Experiment, readExperiments } from './experiments';
import { type Lesson, readLesson } from './lesson';
import type { Question } from './question';
import { readQuestions } from './questions/read-questions';
import { type UnitDescription, unitSchema } from './unit';
import { CourseError, namesIn, readJson, readPythonFiles, readText } from './unit-files';

export type Example = {
  readonly name: string;
  readonly title: string;
  readonly scenario: Scenario;
  readonly recording: Trace;
  readonly stops: readonly AuthoredStop[];
};

export type ExerciseMaterial = Exercise & {
  readonly solution: Readonly<Record<string, string>>;
  /** Answers that look right: their files, and the id of the check that must reject them. */
  readonly wrong: readonly {
    readonly name: string;
    readonly files: Readonly<Record<string, string>>;
    readonly rejectedBy: string;
  }[];
};

export type Unit = UnitDescription & {
  readonly lesson: Lesson;
  readonly examples: readonly Example[];
  readonly questions: readonly Question[];
  readonly experiments: readonly Experiment[];
  readonly exercise: ExerciseMaterial | null;
  /** What should be remembered. */
  readonly cards: readonly Card[];
};

/** Slower than most people read technical prose; `minutes` may not promise less. */
const WORDS_A_MINUTE = 230;

/** The folder of `content` with recorded runs that belong to no unit: what "Open a trace" offers to begin with. */
export const SAMPLES = 'samples';

/** The folders of `content` that hold a unit, by id. */
export function unitIds(content: string): string[] {
  return namesIn(content).filter((name) => existsSync(join(content, name, 'unit.json')));
}

/** The scenario of an example: its description with the `.py` files beside it. */
export function readExampleScenario(folder: string): Scenario & Pick<ExampleDescription, 'stops'> {
  const description = readJson(join(folder, 'scenario.json'), exampleSchema);
  return { ...description, files: readPythonFiles(folder) };
}

/** An example with its recorded run. Throws CourseError naming what is missing or does not fit together. */
export function readExample(folder: string): Example {
  const { stops, ...scenario } = readExampleScenario(folder);
  const file = join(folder, 'recording.json');
  if (!existsSync(file)) throw new CourseError(file, 'is missing. `npm run record` makes it.');
  const recording = readJson(file, traceSchema);
  for (const { path, source } of recording.files) {
    if (path in scenario.files && scenario.files[path] !== source) {
      throw new CourseError(file, `was made from another ${path}. \`npm run record\` makes it afresh.`);
    }
  }
  const timeline = derive(recording);
  for (const stop of stops) {
    if (resolveStops(timeline, [stop]).length > 0) continue;
    throw new CourseError(
      join(folder, 'scenario.json'),
      `the stop "${stop.caption}" names an event that the recorded run does not have.`,
    );
  }
  return { name: basename(folder), title: scenario.title, scenario, recording, stops };
}

/** The recorded runs that belong to no unit, by name. */
export function readSamples(content: string): readonly Example[] {
  const folder = join(content, SAMPLES, 'examples');
  return existsSync(folder) ? namesIn(folder).map((name) => readExample(join(folder, name))) : [];
}

function readExercise(folder: string): ExerciseMaterial {
  const file = join(folder, 'exercise.json');
  const description = readJson(file, exerciseSchema);
  const seed = readPythonFiles(join(folder, 'seed'));
  const solution = readPythonFiles(join(folder, 'solution'));
  for (const path of description.editable) {
    if (!(path in seed)) throw new CourseError(join(folder, 'seed', path), 'is missing, but editable.');
    if (!(path in solution))
      throw new CourseError(join(folder, 'solution', path), 'is missing, but editable.');
  }
  if (!existsSync(join(folder, 'checks.ts'))) throw new CourseError(join(folder, 'checks.ts'), 'is missing.');

  const wrong = readWrongAnswers(join(folder, 'wrong'), description.editable[0]);
  const expected = readJson(join(folder, 'expected.json'), expectedSchema).wrong;
  if (wrong.length < 2) {
    throw new CourseError(join(folder, 'wrong'), 'holds fewer than two answers that look right.');
  }
  const unknown = Object.keys(expected).find((name) => wrong.every((answer) => answer.name !== name));
  if (unknown !== undefined) throw new CourseError(join(folder, 'wrong', `${unknown}.py`), 'is missing.');
  return {
    ...description,
    seed,
    solution,
    wrong: wrong.map(({ name, file, files }) => {
      const rejectedBy = expected[name];
      if (rejectedBy === undefined) {
        throw new CourseError(join(folder, 'expected.json'), `does not say which check rejects ${file}.`);
      }
      return { name, files: { ...solution, ...files }, rejectedBy };
    }),
  };
}

type WrongAnswer = {
  readonly name: string;
  readonly file: string;
  readonly files: Readonly<Record<string, string>>;
};

/** `wrong/NAME.py` stands for the first editable file, a folder `wrong/NAME/` for those that it holds. */
function readWrongAnswers(folder: string, edited = ''): readonly WrongAnswer[] {
  return namesIn(folder).map((file) => ({
    name: basename(file, '.py'),
    file,
    files: file.endsWith('.py')
      ? { [edited]: readText(join(folder, file)) }
      : readPythonFiles(join(folder, file)),
  }));
}

/** The cards of a unit, each with a run that the lesson shows, or another's, which is checked with the links. */
function readCards(folder: string, { examples }: Lesson): readonly Card[] {
  const file = join(folder, 'cards.json');
  if (!existsSync(file)) return [];
  const cards = readJson(file, cardsSchema);
  for (const [index, { id, example, unit }] of cards.entries()) {
    if (cards.findIndex((other) => other.id === id) !== index) {
      throw new CourseError(file, `has two cards with the id "${id}".`);
    }
    if (unit === undefined && !examples.includes(example)) {
      throw new CourseError(file, `"${id}" is shown by "${example}", which the lesson does not place.`);
    }
  }
  return cards;
}

/** Everything that the lesson places must be there. */
function checkPlaced(folder: string, unit: Unit): void {
  const file = join(folder, 'lesson.mdx');
  const { lesson, examples, questions, exercise } = unit;
  for (const name of lesson.examples) {
    if (!examples.some((example) => example.name === name)) {
      throw new CourseError(file, `places the example "${name}", which examples/${name}/ does not hold.`);
    }
  }
  for (const id of lesson.questions) {
    if (!questions.some((question) => question.id === id)) {
      throw new CourseError(file, `places the question "${id}", which questions.json does not have.`);
    }
  }
  for (const { id, proof } of questions) {
    if (!lesson.questions.includes(id)) throw new CourseError(file, `never places the question "${id}".`);
    if (!lesson.examples.includes(proof.example)) {
      throw new CourseError(
        join(folder, 'questions.json'),
        `"${id}" is proved by "${proof.example}", which the lesson does not place.`,
      );
    }
  }
  if (lesson.hasExercise !== (exercise !== null)) {
    throw new CourseError(
      file,
      exercise ? 'never places <Exercise/>.' : 'places <Exercise/>, but there is none.',
    );
  }
  if (lesson.words / WORDS_A_MINUTE > unit.minutes) {
    throw new CourseError(
      join(folder, 'unit.json'),
      `promises ${unit.minutes} minutes for ${lesson.words} words.`,
    );
  }
}

/** Reads and checks one unit. Throws CourseError naming the file that is missing or wrong. */
export function readUnit(content: string, id: string): Unit {
  const folder = join(content, id);
  const description = readJson(join(folder, 'unit.json'), unitSchema);
  if (description.id !== id) {
    throw new CourseError(join(folder, 'unit.json'), `has the id "${description.id}", its folder "${id}".`);
  }
  const lesson = readLesson(join(folder, 'lesson.mdx'));
  const examples = namesIn(join(folder, 'examples')).map((name) =>
    readExample(join(folder, 'examples', name)),
  );
  const unit: Unit = {
    ...description,
    lesson,
    examples,
    questions: readQuestions(folder, examples),
    experiments: readExperiments(folder, examples),
    exercise: existsSync(join(folder, 'exercise')) ? readExercise(join(folder, 'exercise')) : null,
    cards: readCards(folder, lesson),
  };
  checkPlaced(folder, unit);
  return unit;
}
