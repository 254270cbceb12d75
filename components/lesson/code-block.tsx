/** A block of code in a lesson's text, coloured while the site is built. */
import type { ReactElement } from 'react';
import { highlight } from '@/lib/course/highlight';

type CodeElement = ReactElement<{ readonly className?: string; readonly children?: unknown }>;

/** Stands in for MDX's `<pre>`, whose only child is the `<code>` with the source. */
export async function CodeBlock({ children }: { readonly children: CodeElement }) {
  const { className = '', children: source } = children.props;
  const html = await highlight(String(source), className.replace('language-', ''));
  return (
    <div
      className="code-block"
      // Shiki's own output over our own sources, made while the site is built.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: there is no reader's text in it
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
