/** Files side by side where there is room, each with its name; coloured while the site is built. */
export function SourceFiles({ highlighted }: { readonly highlighted: Readonly<Record<string, string>> }) {
  return (
    <div className="grid gap-px overflow-clip border-t border-line bg-line lg:grid-flow-col">
      {Object.entries(highlighted).map(([path, html]) => (
        <figure key={path} className="min-w-0 bg-code-ground">
          <figcaption className="px-4 pt-3 font-mono text-[0.8125rem] text-ink-faint">{path}</figcaption>
          <div
            className="code-block plain"
            // Shiki's own output over our own sources, made while the site is built.
            // biome-ignore lint/security/noDangerouslySetInnerHtml: there is no reader's text in it
            dangerouslySetInnerHTML={{ __html: html }}
          />
        </figure>
      ))}
    </div>
  );
}
