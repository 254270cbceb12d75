/** What can be known of a lesson without rendering it: its headings, its length, and what it places. */
import { createProcessor } from '@mdx-js/mdx';
import pinnedHeadings from './mdx/pinned-headings.mjs';
import { CourseError, readText } from './unit-files';

export type Heading = { readonly id: string; readonly text: string; readonly depth: number };

export type Lesson = {
  /** Of depth 2 and 3, in order. */
  readonly headings: readonly Heading[];
  /** Words of prose; code is not counted. */
  readonly words: number;
  /** Names in `<Example name>` and `<RecordedRun example>`. */
  readonly examples: readonly string[];
  /** Ids in `<Question id>`. */
  readonly questions: readonly string[];
  /** Ids in `<Term id>`. */
  readonly terms: readonly string[];
  readonly hasExercise: boolean;
};

/** The little of a Markdown tree that is read here. */
type Node = {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly name?: string | null;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
  readonly data?: { readonly hProperties?: { readonly id?: string } };
  readonly position?: { readonly start: { readonly line: number } };
};

function* descendants(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* descendants(child);
}

function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  return (node.children ?? []).map(textOf).join('');
}

function attribute(element: Node, name: string, file: string): string {
  const value = element.attributes?.find((candidate) => candidate.name === name)?.value;
  if (typeof value !== 'string') {
    const line = element.position?.start.line ?? 0;
    throw new CourseError(file, `line ${line}: <${element.name}> needs ${name}="..."`);
  }
  return value;
}

function headingFrom(node: Node, file: string): Heading {
  const id = node.data?.hProperties?.id;
  const text = textOf(node);
  if (id === undefined) {
    const line = node.position?.start.line ?? 0;
    throw new CourseError(file, `line ${line}: the heading "${text}" needs a pinned id: {/* #some-id */}`);
  }
  return { id, text, depth: node.depth ?? 2 };
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
  const nodes = [...descendants(tree)];
  const elements = nodes.filter(({ type }) => type.startsWith('mdxJsx'));
  const named = (name: string) => elements.filter((element) => element.name === name);

  const headings = nodes
    .filter(({ type, depth = 0 }) => type === 'heading' && depth <= 3)
    .map((node) => headingFrom(node, file));
  const repeated = headings.find(({ id }, index) => headings.findIndex((other) => other.id === id) !== index);
  if (repeated) throw new CourseError(file, `two headings share the id "${repeated.id}".`);

  return {
    headings,
    words: nodes
      .filter(({ type }) => type === 'text')
      .reduce((sum, { value = '' }) => sum + (value.match(/\S+/g)?.length ?? 0), 0),
    examples: [
      ...named('Example').map((element) => attribute(element, 'name', file)),
      ...named('RecordedRun').map((element) => attribute(element, 'example', file)),
    ],
    questions: named('Question').map((element) => attribute(element, 'id', file)),
    terms: named('Term').map((element) => attribute(element, 'id', file)),
    hasExercise: named('Exercise').length > 0,
  };
}
