/**
 * Monaco, from this origin and cut to what editing a short Python file needs.
 *
 * No language service and no diffs, and suggestions from a list of ours: so it never asks for its worker, and the
 * whole-package entry with its megabytes of TypeScript stays out. Colours come from the same Shiki themes as the page's.
 */
import { loader } from '@monaco-editor/react';
import { shikiToMonaco } from '@shikijs/monaco';
import * as monaco from 'monaco-editor/editor';
// The list of suggestions; `features/suggest` of this version brings only those that stand in the line itself.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/wordOperations/register';
import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { awaitGrammar, codeThemes, palette } from '@/lib/course/code-theme';
import { explainNames } from './completion';

/** What lies over the text, suggestions and explanations, as the page's own panels: the colours of app/globals.css. */
const OVERLAID = {
  light: { ground: '#ffffff', line: '#8d877b', chosen: '#e4f0ee' },
  dark: { ground: '#1f232a', line: '#737a85', chosen: '#16292a' },
} as const;

/** The page's theme as Monaco takes it: without a ground, which would cover the line marks, and with the accent for hints. */
const underlaid = ({ colors, ...theme }: (typeof codeThemes)['light' | 'dark'], accent: string) => ({
  ...theme,
  colors: {
    ...colors,
    'editor.background': '#00000000',
    'editorInfo.foreground': accent,
    'editorWidget.background': OVERLAID[theme.type].ground,
    'editorWidget.border': OVERLAID[theme.type].line,
    'editorSuggestWidget.selectedBackground': OVERLAID[theme.type].chosen,
    'editorSuggestWidget.selectedForeground': colors['editor.foreground'],
    'editorSuggestWidget.highlightForeground': accent,
    'editorSuggestWidget.focusHighlightForeground': accent,
    'textLink.foreground': accent,
    'textLink.activeForeground': accent,
    'textCodeBlock.background': '#00000000',
    'scrollbarSlider.background': '#8d877b55',
    'scrollbarSlider.hoverBackground': '#8d877b99',
    'scrollbarSlider.activeBackground': '#8d877bcc',
  },
});

let prepared: Promise<void> | null = null;

/** Loads the grammar and hands Monaco to its React component. The first call does the work. */
export function prepareMonaco(): Promise<void> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<void> {
  const highlighter = await createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [
      underlaid(codeThemes.light, palette.awaiting[0]),
      underlaid(codeThemes.dark, palette.awaiting[1]),
    ],
    langs: [awaitGrammar, import('shiki/langs/python.mjs')],
  });
  monaco.languages.register({ id: 'python' });
  monaco.languages.setLanguageConfiguration('python', {
    comments: { lineComment: '#' },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: ['()', '[]', '{}', '""', "''"].map(([open = '', close = '']) => ({
      open,
      close,
      notIn: ['string', 'comment'],
    })),
    onEnterRules: [
      { beforeText: /:\s*(#.*)?$/, action: { indentAction: monaco.languages.IndentAction.Indent } },
    ],
  });
  shikiToMonaco(highlighter, monaco);
  explainNames();
  loader.config({ monaco });
}
