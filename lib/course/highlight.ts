/** Code as HTML, coloured for both themes at once. Build time only: pages carry the HTML and no highlighter. */
import { createHighlighterCore, type HighlighterCore, type LanguageInput } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { awaitGrammar, codeClass, codeThemes } from './code-theme';

/** Languages that lessons show, each fetched when it is first asked for: a page colours nothing but Python. */
const languages = new Map<string, LanguageInput>([
  ['python', () => import('shiki/langs/python.mjs')],
  ['shellscript', () => import('shiki/langs/shellscript.mjs')],
  ['json', () => import('shiki/langs/json.mjs')],
  ['html', () => import('shiki/langs/html.mjs')],
]);

let highlighter: Promise<HighlighterCore> | null = null;

function openHighlighter(): Promise<HighlighterCore> {
  highlighter ??= createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [codeThemes.light, codeThemes.dark],
    langs: [awaitGrammar],
  });
  return highlighter;
}

/**
 * One `<pre class="shiki"><code>` with a `<span class="line">` per line. A language that is not among
 * `languages` comes out as plain text. Lines that hold `marked` get the class `marked`.
 */
export async function highlight(source: string, language = 'python', marked?: string): Promise<string> {
  const { codeToHtml, loadLanguage } = await openHighlighter();
  const grammar = languages.get(language);
  if (grammar) await loadLanguage(grammar);
  const text = source.trimEnd();
  const lines = text.split('\n');
  return codeToHtml(text, {
    lang: grammar ? language : 'text',
    theme: codeThemes.light.name,
    transformers: [
      {
        // Classes for both themes in place of a style on every word: a quarter of the page's size.
        pre(node) {
          node.properties = { class: 'shiki', tabindex: '0' };
        },
        span(node) {
          const name = codeClass(/#\w+/.exec(String(node.properties.style))?.[0] ?? '');
          node.properties = name === null ? {} : { class: name };
        },
        line(node, line) {
          // What has no colour of its own needs no element of its own.
          node.children = node.children.flatMap((child) =>
            child.type === 'element' && child.properties.class === undefined ? child.children : [child],
          ) as typeof node.children;
          if (marked !== undefined && lines[line - 1]?.includes(marked)) this.addClassToHast(node, 'marked');
        },
      },
    ],
  });
}

/** Python files as HTML, by path. */
export async function highlightFiles(
  files: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const entries = Object.entries(files).map(
    async ([path, source]) => [path, await highlight(source)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
