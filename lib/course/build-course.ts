/** What `scripts/generate-manifest.mjs` runs: reads and checks every unit, and writes what the site needs. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAnchor } from './addresses';
import { deckOf } from './deck';
import { readGlossary } from './glossary';
import { exercisesSource, manifestSource, solutionSource } from './manifest';
import { type Example, readSamples, readUnit, SAMPLES, type Unit, unitIds } from './read-unit';
import { CourseError } from './unit-files';

/** What must be the only one of its kind in the whole course: the record is kept under ids, and a claim is decided once. */
function checkUnique(content: string, units: readonly Unit[]): void {
  const kinds = [
    { file: 'questions.json', noun: 'question id', keys: (unit: Unit) => unit.questions.map(({ id }) => id) },
    {
      file: 'experiments.json',
      noun: 'claim',
      keys: (unit: Unit) => unit.experiments.map(({ claim }) => claim),
    },
  ];
  for (const { file, noun, keys } of kinds) {
    const owners = new Map<string | number, string>();
    for (const unit of units) {
      for (const key of keys(unit)) {
        const owner = owners.get(key);
        if (owner !== undefined) {
          throw new CourseError(join(content, unit.id, file), `uses the ${noun} "${key}" of ${owner}.`);
        }
        owners.set(key, unit.id);
      }
    }
  }
}

/** Every word that a lesson explains must be in the glossary. */
function checkTerms(content: string, units: readonly Unit[]): void {
  const known = new Set(readGlossary(content).map(({ id }) => id));
  for (const { id, lesson } of units) {
    const unknown = lesson.terms.find((term) => !known.has(term));
    if (unknown !== undefined) {
      throw new CourseError(
        join(content, id, 'lesson.mdx'),
        `explains "${unknown}", which no unit's glossary.json has.`,
      );
    }
  }
}

/** Every link of a lesson to another unit, or to a place of its own page, must lead somewhere. */
function checkLinks(content: string, units: readonly Unit[]): void {
  const runs = new Map(units.map(({ id, lesson }) => [id, lesson.examples]));
  for (const { id, lesson, cards } of units) {
    const file = join(content, id, 'lesson.mdx');
    for (const { to, run, line } of lesson.unitLinks) {
      const shown = runs.get(to);
      if (shown === undefined)
        throw new CourseError(file, `line ${line}: links to "${to}", which is no unit.`);
      if (run !== undefined && !shown.includes(run)) {
        throw new CourseError(file, `line ${line}: links to the run "${run}", which "${to}" does not show.`);
      }
    }
    const unseen = cards.find(
      ({ unit, example }) => unit !== undefined && !runs.get(unit)?.includes(example),
    );
    if (unseen) {
      throw new CourseError(
        join(content, id, 'cards.json'),
        `"${unseen.id}" is shown by "${unseen.example}", which "${unseen.unit}" does not show.`,
      );
    }
    const places = new Set([
      ...lesson.headings.map((heading) => heading.id),
      ...lesson.examples.map(runAnchor),
    ]);
    const nowhere = lesson.anchorLinks.find(({ to }) => !places.has(to));
    if (nowhere) {
      throw new CourseError(file, `line ${nowhere.line}: links to #${nowhere.to}, which the lesson lacks.`);
    }
  }
}

/** Writes a file, unless it says that already: a needless write would make a running server compile again. */
function writeIfChanged(file: string, text: string): void {
  try {
    if (readFileSync(file, 'utf8') === text) return;
  } catch {
    // It does not exist yet.
  }
  writeFileSync(file, text);
}

/** Folders of files that pages fetch. */
type Published = {
  /** Recorded runs, one minified file each. */
  readonly recordings: string;
  /** What can be reviewed of a unit, one file each. */
  readonly decks: string;
};

/**
 * Checks the whole course under `content`, writes its manifest there and what pages fetch into their folders.
 * Throws CourseError naming the first file that is missing or wrong.
 */
export function buildCourse(content: string, { recordings, decks }: Published): readonly Unit[] {
  const units = unitIds(content).map((id) => readUnit(content, id));
  checkUnique(content, units);
  checkTerms(content, units);
  checkLinks(content, units);
  writeIfChanged(join(content, 'manifest.generated.ts'), manifestSource(units));
  writeIfChanged(join(content, 'exercises.generated.ts'), exercisesSource(units));
  for (const folder of [recordings, decks]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(decks, { recursive: true });
  for (const unit of units) {
    writeFileSync(join(decks, `${unit.id}.json`), JSON.stringify(deckOf(unit)));
    if (unit.exercise !== null) {
      const file = join(content, unit.id, 'exercise', 'solution.generated.ts');
      writeIfChanged(file, solutionSource(unit.exercise));
    }
    writeRecordings(join(recordings, unit.id), unit.examples);
  }
  writeRecordings(join(recordings, SAMPLES), readSamples(content));
  return units;
}

function writeRecordings(folder: string, examples: readonly Example[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, recording, scenario } of examples) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(recording));
    writeFileSync(join(folder, `${name}.scenario.json`), JSON.stringify(scenario));
  }
}
