/** The nine ways into a unit: views on the same content, and why a unit lacks one. */
import type { Unit } from './read-unit';

export const wayIds = [
  'read',
  'watch',
  'predict',
  'try',
  'fix',
  'compare',
  'build',
  'review',
  'reference',
] as const;
export type WayId = (typeof wayIds)[number];

/** A way as a unit offers it. */
export type Way = {
  readonly id: WayId;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  /** Why this unit does not have it; null where it does. */
  readonly missing: string | null;
};

type Parts = Pick<Unit, 'lesson' | 'questions' | 'exercise' | 'cards'>;

type Description = Pick<Way, 'title' | 'about'> & {
  readonly missing: (unit: Parts & Pick<Unit, 'part'>) => string | null;
};

const unless = (there: boolean, reason: string): string | null => (there ? null : reason);

const descriptions: Readonly<Record<WayId, Description>> = {
  read: { title: 'Read', about: 'The whole unit.', missing: () => null },
  watch: {
    title: 'Watch',
    about: 'The runs with their captions, and nothing else.',
    missing: ({ lesson }) => unless(lesson.examples.length > 0, 'it shows no run'),
  },
  predict: {
    title: 'Predict',
    about: 'The questions, and nothing else: commit first, then see the run.',
    missing: ({ questions }) => unless(questions.length > 0, 'it asks no question'),
  },
  try: {
    title: 'Try',
    about: 'The exercise.',
    missing: ({ exercise }) => unless(exercise !== null, 'it has no exercise'),
  },
  fix: {
    title: 'Fix',
    about: 'The broken layer, for you to mend.',
    missing: (unit) =>
      unless(unit.exercise?.kind === 'fix' || brokenRun(unit) !== null, 'no layer here is broken'),
  },
  compare: {
    title: 'Compare',
    about: 'Two runs on one clock, and what differs.',
    missing: ({ lesson }) => unless(lesson.comparisons > 0, 'no two runs stand side by side'),
  },
  build: {
    title: 'Build',
    about: 'One example alone, ready to be changed: here, or in the playground.',
    missing: ({ lesson }) => unless(lesson.runnable.length > 0, 'it has no example to change'),
  },
  review: {
    title: 'Review',
    about: 'The cards of this unit, and its questions that are due.',
    missing: ({ questions, cards }) =>
      unless(questions.length + cards.length > 0, 'it has nothing to review'),
  },
  reference: {
    title: 'Reference',
    about: 'The unit on one page: what to keep, the words, the code, what the docs say.',
    missing: () => null,
  },
};

/** Every way, in the order in which they are offered. */
export function waysInto(unit: Parts & Pick<Unit, 'part'>): readonly Way[] {
  return wayIds.map((id) => {
    const { title, about, missing } = descriptions[id];
    return { id, title, about, missing: missing(unit) };
  });
}

/** The example with the wrong code of a pitfall: the first that it shows. Null elsewhere. */
export function brokenRun({ part, lesson }: Pick<Unit, 'part' | 'lesson'>): string | null {
  return part === 'pitfalls' ? (lesson.examples[0] ?? null) : null;
}

/** The example that the way "build" begins with, here and in the playground: the first that can be changed. */
export function buildStart({ lesson }: Pick<Unit, 'lesson'>): string | null {
  return lesson.runnable[0] ?? null;
}

/** What a placed run is to the ways into its unit: words of `data-block`, which `ways.module.css` reads. */
export function blocksOf(
  unit: Pick<Unit, 'part' | 'lesson'>,
  example: string,
  { runnable }: { readonly runnable: boolean },
): string {
  const isOnlyCode = unit.lesson.runnable.length === 0;
  return [
    'run',
    ...(runnable || isOnlyCode ? ['code'] : []),
    ...(runnable && example === buildStart(unit) ? ['build'] : []),
    ...(example === brokenRun(unit) ? ['broken'] : []),
  ].join(' ');
}
