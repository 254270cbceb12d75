'use client';
/** The full tier: Monaco, laid out like the other tiers, with the page's own gutter beside it. */
import MonacoEditor, { type OnMount } from '@monaco-editor/react';
import { useEffect, useImperativeHandle, useRef, useState, useSyncExternalStore } from 'react';
import { readTheme, subscribeToTheme } from '@/components/shell/theme';
import { codeThemes } from '@/lib/course/code-theme';
import type { EditorSettings } from '@/lib/editor/settings';
import type { Hint } from '@/lib/ruff/hints';
import { editorKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import styles from './editor.module.css';
import { bindKeys } from './full-keys';
import { showHints } from './hint-markers';
import type { Selection, SurfaceProperties } from './plain-surface';
import type { Edit } from './typing';
import { type Rows, rowsFrom } from './wrapping';

export { prepareMonaco } from './monaco';

type CodeEditor = Parameters<OnMount>[0];
type Options = NonNullable<Parameters<typeof MonacoEditor>[0]['options']>;

const OPTIONS: Options = {
  // Enter is a new line, always: nobody who has just met the editor expects it to put a word in.
  acceptSuggestionOnEnter: 'off',
  ariaRequired: false,
  automaticLayout: true,
  contextmenu: false,
  // The frame around the editor would cut lists and explanations off.
  fixedOverflowWidgets: true,
  folding: false,
  fontLigatures: false,
  glyphMargin: false,
  guides: { indentation: false },
  hideCursorInOverviewRuler: true,
  insertSpaces: true,
  lineDecorationsWidth: 0,
  lineNumbers: 'off',
  lineNumbersMinChars: 0,
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  quickSuggestions: { other: true, comments: false, strings: false },
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  scrollBeyondLastColumn: 2,
  scrollBeyondLastLine: false,
  scrollbar: {
    vertical: 'hidden',
    // There is room for all lines: nothing to scroll when the bar appears below them.
    ignoreHorizontalScrollbarInContentHeight: true,
    horizontalScrollbarSize: 8,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  suggest: { showIcons: false, showStatusBar: false },
  tabSize: 4,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
  wordBasedSuggestions: 'off',
  wrappingIndent: 'none',
  wrappingStrategy: 'advanced',
};

const dark = '(prefers-color-scheme: dark)';

function subscribeToScheme(listener: () => void): () => void {
  const query = window.matchMedia(dark);
  query.addEventListener('change', listener);
  const stop = subscribeToTheme(listener);
  return () => {
    query.removeEventListener('change', listener);
    stop();
  };
}

function isDark(): boolean {
  const theme = readTheme();
  return theme === 'dark' || (theme === 'system' && window.matchMedia(dark).matches);
}

type Properties = Omit<SurfaceProperties, 'caret'> & {
  /** Unique on the page, so that two editors never share a model. */
  readonly id: string;
  /** Pixels; the other tiers' own. */
  readonly fontSize: number;
  readonly lineHeight: number;
  /** About this file, to be marked in the text. */
  readonly hints: readonly Hint[];
  readonly settings: EditorSettings;
  /** The rows of wrapped lines, whenever they change. */
  readonly onRows: (rows: Rows) => void;
  readonly onRun: () => void;
  /** Called when it can take keys: where the caret goes, or null to leave the focus where it is. */
  readonly takeOver: () => Selection | null;
};

export default function FullSurface(properties: Properties) {
  const { id, path, source, label, settings, hints, handle, ...on } = properties;
  const { fontSize, lineHeight } = on;
  const isDarkNow = useSyncExternalStore(subscribeToScheme, isDark, () => false);
  const listeners = useRef(on);
  listeners.current = on;
  const latest = useRef(source);
  latest.current = source;
  const code = useRef<CodeEditor | null>(null);
  const [made, setMade] = useState<Parameters<OnMount> | null>(null);
  /** What was typed here and has not come back as `source` yet: React may be a few strokes behind. */
  const echoes = useRef(new Set<string>());

  useEffect(() => {
    const editor = code.current;
    if (editor === null) return;
    if (source !== editor.getValue()) {
      if (echoes.current.has(source)) return;
      replaceText(editor, source);
    }
    echoes.current.clear();
  }, [source]);

  useEffect(() => {
    const model = made?.[0].getModel();
    if (made && model) showHints(made[1], model, hints);
  }, [made, hints]);

  useImperativeHandle(handle, () => ({
    read: () => code.current?.getValue() ?? '',
    caret: () => caretOf(code.current),
    replace(edit, offset) {
      if (code.current === null) return;
      replaceStretch(code.current, edit);
      placeCaret(code.current, { from: offset, to: offset });
    },
  }));

  const onMount: OnMount = (editor, monaco) => {
    // Whatever was typed while it was being made is in it before it takes the keys.
    if (editor.getValue() !== latest.current) editor.setValue(latest.current);
    code.current = editor;
    setMade([editor, monaco]);
    placeCaret(editor, listeners.current.takeOver());
    // Set here and not among the options, which are handed over again at every stroke.
    editor.updateOptions({ tabFocusMode: true });
    // The page's code has no coloured brackets; the model was made before the options could say so.
    editor.getModel()?.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    // Tab leaves the editor until something was typed, and again after Escape.
    editor.onDidChangeModelContent(() => editor.updateOptions({ tabFocusMode: false }));
    editor.onDidBlurEditorText(() => editor.updateOptions({ tabFocusMode: true }));
    editor.onKeyDown((event) => {
      if (pressed(editorKeys, event.browserEvent) === 'leave') editor.updateOptions({ tabFocusMode: true });
    });
    editor.onMouseUp(({ target }) => {
      if (target.position !== null) listeners.current.onPoint(target.position.lineNumber);
    });
    const tellRows = () => listeners.current.onRows(rowsOf(editor, listeners.current.lineHeight));
    editor.onDidContentSizeChange(tellRows);
    editor.onDidLayoutChange(tellRows);
    tellRows();
    bindKeys(editor, () => listeners.current.onRun());
  };

  function placeCaret(editor: CodeEditor, caret: Selection | null) {
    const model = editor.getModel();
    if (caret === null || model === null) return;
    const from = model.getPositionAt(caret.from);
    const to = model.getPositionAt(caret.to);
    editor.setSelection({
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    });
    editor.focus();
  }

  return (
    <div className={styles.full}>
      <MonacoEditor
        height="100%"
        language="python"
        path={`${id}/${path}`}
        defaultValue={source}
        theme={(isDarkNow ? codeThemes.dark : codeThemes.light).name}
        loading={null}
        options={{
          ...OPTIONS,
          ariaLabel: `${label}. ${HINT}`,
          accessibilitySupport: settings.screenReader ? 'on' : 'auto',
          fontFamily: settings.font === 'browser' ? 'monospace' : 'var(--font-code)',
          wordWrap: settings.wrap ? 'on' : 'off',
          fontSize,
          lineHeight,
        }}
        onChange={(value = '') => {
          echoes.current.add(value);
          on.onChange(value);
        }}
        onMount={onMount}
      />
    </div>
  );
}

function caretOf(editor: CodeEditor | null): number {
  const selection = editor?.getSelection();
  const model = editor?.getModel();
  return selection && model ? model.getOffsetAt(selection.getStartPosition()) : 0;
}

/** Makes an edit as one step that can be undone. */
function replaceStretch(editor: CodeEditor, { from, to, text }: Edit) {
  const model = editor.getModel();
  if (model === null) return;
  const start = model.getPositionAt(from);
  const end = model.getPositionAt(to);
  const range = {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
  editor.pushUndoStop();
  editor.executeEdits('', [{ range, text }]);
  editor.pushUndoStop();
}

/** How Monaco breaks the lines; null where it breaks none. */
function rowsOf(editor: CodeEditor, lineHeight: number): Rows {
  const lines = editor.getModel()?.getLineCount() ?? 0;
  const ends = Array.from({ length: lines }, (_, index) => editor.getBottomForLineNumber(index + 1));
  const counts = ends.map((end, index) => Math.round((end - (ends[index - 1] ?? 0)) / lineHeight));
  return counts.every((count) => count === 1) ? null : rowsFrom(counts);
}

/** Puts another text in place as one step that can be undone; the caret stays where it was. */
function replaceText(editor: CodeEditor, text: string) {
  const range = editor.getModel()?.getFullModelRange();
  if (range === undefined) return;
  editor.pushUndoStop();
  editor.executeEdits('', [{ range, text }], editor.getSelections() ?? undefined);
  editor.pushUndoStop();
}

const HINT = 'Tab leaves the editor until you type; then press Escape and Tab.';
