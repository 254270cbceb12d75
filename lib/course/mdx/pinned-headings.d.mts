/** Gives headings of a Markdown tree the ids that their closing comments pin, and drops the comments. */
export default function pinnedHeadings(): (tree: unknown) => void;
