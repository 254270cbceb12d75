/** Hints as Monaco marks them: a wavy line under the text they are about, paler text for a name that is not used. */
import type { OnMount } from '@monaco-editor/react';
import type { Hint } from '@/lib/ruff/hints';

type Monaco = Parameters<OnMount>[1];
type Model = NonNullable<ReturnType<Parameters<OnMount>[0]['getModel']>>;

/** Replaces the hints that are marked in a text. */
export function showHints(monaco: Monaco, model: Model, hints: readonly Hint[]): void {
  const markers = hints.flatMap(({ code, title, stretches, isUnnecessary }) =>
    stretches.map(({ from, to }) => ({
      message: code === null ? title : `${title} (${code})`,
      severity: monaco.MarkerSeverity.Info,
      tags: isUnnecessary ? [monaco.MarkerTag.Unnecessary] : [],
      startLineNumber: from.line,
      startColumn: from.column,
      endLineNumber: to.line,
      endColumn: to.column,
    })),
  );
  monaco.editor.setModelMarkers(model, 'ruff', markers);
}
