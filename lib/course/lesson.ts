/** What can be known of a lesson without rendering it: its headings, its length, and what it places. */
import { createProcessor } from '@mdx-js/mdx';
import pinnedHeadings from './mdx/pinned-headings.mjs';
import { CourseError, readText } from './unit-files';

export type Heading = {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
  /** Whether it stands inside `<Deeper>`. */
  readonly deeper: boolean;
};

/** A link to a place of the course, and the line of `lesson.mdx` at which it stands. */
export type LessonLink = {
  readonly to: string;
  /** The run that it leads to, of another unit. */
  readonly run?: string;
  readonly line: number;
};

/** What a reader on the fast path meets: all that stands outside `<Deeper>`, without the section of the exercise. */
export type Core = {
  readonly words: number;
  readonly questions: number;
  /** Distinct runs, and pairs of compared ones: a second figure over the same run is no second run. */
  readonly runs: number;
};

export type Lesson = {
  /** Of depth 2 and 3, in order. */
  readonly headings: readonly Heading[];
  /** Words of prose; code is not counted. */
  readonly words: number;
  readonly core: Core;
  /** Names of the examples whose runs are placed, by `<Example name>`, `<Compare before after>` and the like, in order. */
  readonly examples: readonly string[];
  /** Names in `<Example name>`: what the reader can run and change. */
  readonly runnable: readonly string[];
  /** How often two runs are compared. */
  readonly comparisons: number;
  /** Ids in `<Question id>`. */
  readonly questions: readonly string[];
  /** Ids in `<Term id>`. */
  readonly terms: readonly string[];
  /** Units that `<Unit id>` or a link to `/learn/` leads to. */
  readonly unitLinks: readonly LessonLink[];
  /** Places of the same page that a link leads to, by id. */
  readonly anchorLinks: readonly LessonLink[];
  readonly hasExercise: boolean;
};

/** The little of a Markdown tree that is read here. */
type Node = {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
  readonly data?: { readonly hProperties?: { readonly id?: string } };
  readonly position?: { readonly start: { readonly line: number } };
};

/** Components that show runs, and the attributes that name them; several names stand apart by spaces. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  Example: ['name'],
  RecordedRun: ['example'],
  Compare: ['before', 'after'],
  Pipeline: ['example'],
  AwaitChain: ['example'],
  NestedFrames: ['example'],
  Kitchen: ['example'],
};

/** A node of the tree, and what it stands in. */
type Placed = { readonly node: Node; readonly deeper: boolean; readonly ofExercise: boolean };

function* placedNodes(node: Node, deeper: boolean, ofExercise: boolean): Generator<Placed> {
  yield { node, deeper, ofExercise };
  const within = deeper || isElement(node, 'Deeper');
  for (const child of node.children ?? []) yield* placedNodes(child, within, ofExercise);
}

/** The top of the tree, cut before each heading of depth 2. */
function sectionsOf({ children = [] }: Node): readonly (readonly Node[])[] {
  const starts = children.flatMap(({ type, depth }, at) => (type === 'heading' && depth === 2 ? [at] : []));
  return [0, ...starts].map((start, index) => children.slice(start, starts[index]));
}

function holdsExercise(node: Node): boolean {
  return isElement(node, 'Exercise') || (node.children ?? []).some(holdsExercise);
}

/** Every node of the lesson, in order. */
function placedIn(tree: Node): readonly Placed[] {
  return sectionsOf(tree).flatMap((section) => {
    const ofExercise = section.some(holdsExercise);
    return section.flatMap((node) => [...placedNodes(node, false, ofExercise)]);
  });
}

function isElement({ type, name }: Node, ...names: readonly string[]): boolean {
  return type.startsWith('mdxJsx') && typeof name === 'string' && names.includes(name);
}

function lineOf({ position }: Node): number {
  return position?.start.line ?? 0;
}

function wordsOf({ type, value = '' }: Node): number {
  return type === 'text' ? (value.match(/\S+/g)?.length ?? 0) : 0;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  return (node.children ?? []).map(textOf).join('');
}

function attribute(element: Node, name: string, file: string): string {
  const value = element.attributes?.find((candidate) => candidate.name === name)?.value;
  if (typeof value !== 'string') {
    throw new CourseError(file, `line ${lineOf(element)}: <${element.name}> needs ${name}="..."`);
  }
  return value;
}

function headingFrom({ node, deeper }: Placed, file: string): Heading {
  const id = node.data?.hProperties?.id;
  const text = textOf(node);
  if (id === undefined) {
    throw new CourseError(
      file,
      `line ${lineOf(node)}: the heading "${text}" needs a pinned id: {/* #some-id */}`,
    );
  }
  return { id, text, depth: node.depth ?? 2, deeper };
}

/** The examples whose runs this element shows; none where it shows no run. */
function runNames(node: Node, file: string): readonly string[] {
  const names = isElement(node, ...Object.keys(RUNS)) ? RUNS[node.name ?? ''] : undefined;
  return (names ?? []).flatMap((name) => attribute(node, name, file).split(' '));
}

function unitLink(element: Node, file: string): LessonLink {
  const link = { to: attribute(element, 'id', file), line: lineOf(element) };
  const hasRun = element.attributes?.some(({ name }) => name === 'run');
  return hasRun ? { ...link, run: attribute(element, 'run', file) } : link;
}

/** Links whose address matches, with what its first group holds. */
function linksTo(nodes: readonly Node[], address: RegExp): readonly LessonLink[] {
  return nodes.flatMap((node) => {
    const to = node.type === 'link' ? address.exec(node.url ?? '')?.[1] : undefined;
    return to === undefined ? [] : [{ to, line: lineOf(node) }];
  });
}

/** Reads `lesson.mdx`. Throws CourseError where it cannot be parsed or lacks something. */
export function readLesson(file: string): Lesson {
  let tree: Node;
  try {
    tree = createProcessor().parse(readText(file)) as Node;
  } catch (error) {
    if (error instanceof CourseError) throw error;
    throw new CourseError(
      file,
      `cannot be parsed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  pinnedHeadings()(tree);
  const placed = placedIn(tree);
  const nodes = placed.map(({ node }) => node);
  const core = placed.filter(({ deeper, ofExercise }) => !deeper && !ofExercise).map(({ node }) => node);
  const named = (name: string) => nodes.filter((node) => isElement(node, name));

  const headings = placed
    .filter(({ node: { type, depth = 0 } }) => type === 'heading' && depth <= 3)
    .map((heading) => headingFrom(heading, file));
  const repeated = headings.find(({ id }, index) => headings.findIndex((other) => other.id === id) !== index);
  if (repeated) throw new CourseError(file, `two headings share the id "${repeated.id}".`);

  return {
    headings,
    words: sum(nodes.map(wordsOf)),
    core: {
      words: sum(core.map(wordsOf)),
      questions: core.filter((node) => isElement(node, 'Question')).length,
      runs: new Set(core.map((node) => runNames(node, file).join(' ')).filter((names) => names !== '')).size,
    },
    examples: nodes.flatMap((node) => runNames(node, file)),
    runnable: named('Example').map((element) => attribute(element, 'name', file)),
    comparisons: named('Compare').length,
    questions: named('Question').map((element) => attribute(element, 'id', file)),
    terms: named('Term').map((element) => attribute(element, 'id', file)),
    unitLinks: [
      ...named('Unit').map((element) => unitLink(element, file)),
      ...linksTo(nodes, /^\/learn\/([^/#]*)/),
    ],
    anchorLinks: linksTo(nodes, /^#(.*)$/),
    hasExercise: named('Exercise').length > 0,
  };
}
