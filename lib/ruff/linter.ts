/** Ruff's WebAssembly behind two functions of ours. */
import { type Diagnostic as FromRuff, initSync, PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-web';
import type { Diagnostic, Formatted } from './diagnostic';
import { ruffOptions, SYNTAX } from './options';

export type Linter = {
  /** What Ruff says about a text, in the order of its lines. */
  readonly check: (source: string) => readonly Diagnostic[];
  readonly format: (source: string) => Formatted;
};

/** @param module Ruff's WebAssembly, compiled */
export function createLinter(module: WebAssembly.Module): Linter {
  initSync({ module });
  const workspace = new Workspace(ruffOptions, PositionEncoding.Utf16);

  function check(source: string): readonly Diagnostic[] {
    const found: readonly FromRuff[] = workspace.check(source);
    return found
      .map(({ code, message, start_location: start, end_location: end, tags }) => ({
        code: code ?? SYNTAX,
        message,
        from: { line: start.row, column: start.column },
        to: { line: end.row, column: end.column },
        isUnnecessary: tags.includes('unnecessary'),
      }))
      .sort((one, other) => one.from.line - other.from.line || one.from.column - other.from.column);
  }

  function format(source: string): Formatted {
    // Asked first, because the formatter's own error has no line.
    const unreadable = check(source).find(({ code }) => code === SYNTAX);
    if (unreadable !== undefined) {
      return { kind: 'refused', line: unreadable.from.line, reason: unreadable.message };
    }
    return { kind: 'formatted', source: workspace.format(source) };
  }

  return { check, format };
}
