// A remark plugin: a heading that ends in an MDX comment naming an id, such as
//   ## Waiting without holding {/* #waiting */}
// gets that id. It survives a change of wording, and with it every link to the place.
// Plain JavaScript, because Next's loader imports it by path.

const PINNED = /^\/\*\s*#([a-z0-9-]+)\s*\*\/$/;

/** @param {{type: string, value?: string, children?: unknown[]}} node */
function* headingsIn(node) {
  if (node.type === 'heading') yield node;
  for (const child of node.children ?? []) yield* headingsIn(/** @type {typeof node} */ (child));
}

export default function pinnedHeadings() {
  return (tree) => {
    for (const heading of headingsIn(tree)) {
      const last = heading.children.at(-1);
      const id = last?.type === 'mdxTextExpression' ? PINNED.exec(last.value.trim())?.[1] : undefined;
      if (id === undefined) continue;
      heading.children.pop();
      const text = heading.children.at(-1);
      if (text?.type === 'text') text.value = text.value.trimEnd();
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
    }
  };
}
