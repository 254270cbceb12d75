/** The shortcuts of the full editor. Monaco has keys of its own for some; what holds is what the help sheet says. */
import * as monaco from 'monaco-editor/editor';
import { fullEditorKeys, type Keys, runKeys, suggestionKeys } from '@/lib/shortcuts/keys';
import { isApple } from '@/lib/shortcuts/pressed';

/** Monaco's names for what the shortcuts do. */
const ACTIONS: Readonly<Record<keyof typeof fullEditorKeys | keyof typeof suggestionKeys, string>> = {
  suggest: 'editor.action.triggerSuggest',
  explain: 'editor.action.showHover',
  comment: 'editor.action.commentLine',
  lineUp: 'editor.action.moveLinesUpAction',
  lineDown: 'editor.action.moveLinesDownAction',
  copyDown: 'editor.action.copyLinesDownAction',
  removeLine: 'editor.action.deleteLines',
  nextSame: 'editor.action.addSelectionToNextFindMatch',
  nextSuggestion: 'selectNextSuggestion',
  previousSuggestion: 'selectPrevSuggestion',
  take: 'acceptSelectedSuggestion',
};

const { KeyCode, KeyMod } = monaco;
const MODIFIERS: Readonly<Record<string, number>> = {
  Mod: KeyMod.CtrlCmd,
  // Where Mod is Ctrl this is the same key; on Apple's machines it is the one that Monaco calls so.
  Ctrl: isApple() ? KeyMod.WinCtrl : KeyMod.CtrlCmd,
  Alt: KeyMod.Alt,
  Shift: KeyMod.Shift,
};
const CODES: Readonly<Record<string, number>> = {
  ' ': KeyCode.Space,
  F1: KeyCode.F1,
  Enter: KeyCode.Enter,
  Tab: KeyCode.Tab,
  ArrowUp: KeyCode.UpArrow,
  ArrowDown: KeyCode.DownArrow,
  '/': KeyCode.Slash,
  d: KeyCode.KeyD,
  k: KeyCode.KeyK,
};

/** A key of the registry as Monaco counts it. Throws for one that this table lacks. */
export function keybindingOf(key: string): number {
  const parts = key.split(/\+(?=.)/);
  return parts.reduce((sum, part, index) => {
    const code = (index < parts.length - 1 ? MODIFIERS : CODES)[part];
    if (code === undefined) throw new Error(`Monaco is not told of the key "${part}" of "${key}".`);
    return sum | code;
  }, 0);
}

/** Binds them in this editor only: a command of Monaco's would answer in the editor that was made last. */
export function bindKeys(editor: monaco.editor.IStandaloneCodeEditor, onRun: () => void): void {
  const bind = (keys: Keys, perform: (name: string) => void, when?: string) => {
    for (const [name, own] of Object.entries(keys)) {
      editor.addAction({
        id: `await-points.${name}`,
        label: name,
        keybindings: own.map(keybindingOf),
        ...(when === undefined ? {} : { keybindingContext: when }),
        run: () => perform(name),
      });
    }
  };
  bind(runKeys, onRun);
  const act = (name: string) => editor.trigger('keyboard', ACTIONS[name as keyof typeof ACTIONS], {});
  bind(fullEditorKeys, act);
  bind(suggestionKeys, act, 'suggestWidgetVisible');
}
