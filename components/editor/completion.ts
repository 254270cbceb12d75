/**
 * Completion and hover of the full editor, from a list of the names that the course uses. It is fetched when the first
 * word is asked about; without it, the words of the file are still completed.
 */
import * as monaco from 'monaco-editor/editor';
import { siteAddress } from '@/lib/course/addresses';
import { unitAddress } from '@/lib/course/map';
import type { KnownName } from '@/lib/course/names';
import { meaningOf, suggestionsAt } from '@/lib/editor/suggestions';

let fetchedNames: Promise<readonly KnownName[]> | null = null;

/** The list, fetched once; none where that fails, and the next call tries again. */
function namesOfTheCourse(): Promise<readonly KnownName[]> {
  fetchedNames ??= fetch(siteAddress('/names.json'))
    .then((response): Promise<readonly KnownName[]> => {
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      return response.json();
    })
    .catch(() => {
      fetchedNames = null;
      return [];
    });
  return fetchedNames;
}

/** What is known of a name, as Monaco shows text. */
function explanation({ name, signature = '', says, in: place, unit }: KnownName): monaco.IMarkdownString[] {
  const address = new URL(siteAddress(unitAddress(unit.id)), window.location.href).href;
  return [
    { value: `\`\`\`python\n${name}${signature}\n\`\`\`` },
    { value: `${says}\n\nFrom \`${place}\` · [${unit.title}](${address})` },
  ];
}

const { CompletionItemKind } = monaco.languages;

/** Tells Monaco what Python's names mean. Once for the page. */
export function explainNames(): void {
  monaco.languages.registerCompletionItemProvider('python', {
    triggerCharacters: ['.'],
    async provideCompletionItems(model, position) {
      const names = await namesOfTheCourse();
      const word = model.getWordUntilPosition(position);
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
      };
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const suggestions = suggestionsAt(before, model.getValue(), names).map(({ text, known }) => ({
        label: known === null ? text : { label: text, description: known.in },
        insertText: text,
        range,
        kind: known?.signature === undefined ? CompletionItemKind.Variable : CompletionItemKind.Function,
        // What the course explains stands before what is merely written in the file.
        sortText: `${known === null ? 1 : 0}${text}`,
        ...(known === null
          ? {}
          : {
              documentation: {
                value: explanation(known)
                  .map(({ value }) => value)
                  .join('\n\n'),
              },
            }),
      }));
      return { suggestions };
    },
  });
  monaco.languages.registerHoverProvider('python', {
    async provideHover(model, position) {
      const word = model.getWordAtPosition(position);
      if (word === null) return null;
      const names = await namesOfTheCourse();
      const before = model.getLineContent(position.lineNumber).slice(0, word.endColumn - 1);
      const known = meaningOf(before, model.getValue(), names);
      return known === null ? null : { contents: explanation(known) };
    },
  });
}
