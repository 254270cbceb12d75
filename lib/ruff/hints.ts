/** From what Ruff found to what a learner is shown: in the course's words, one hint for each thing. */
import type { Diagnostic, Position } from './diagnostic';
import type { Explanation, Explanations } from './explanation';
import { SYNTAX } from './options';

export type Stretch = { readonly from: Position; readonly to: Position };

export type Hint = {
  /** Ruff's name for it; null where Python could not read the text. */
  readonly code: string | null;
  /** In a sentence without its full stop. May hold `inline code`. */
  readonly title: string;
  /** Null where the course has no words of its own, and the title is Ruff's. */
  readonly explanation: Explanation | null;
  /** Where, from the top; at least one. */
  readonly stretches: readonly [Stretch, ...Stretch[]];
  /** About a name that is not used, which editors pale. */
  readonly isUnnecessary: boolean;
};

/** What the text is for. In an exercise, what is to be found is not said before it was looked for. */
export type Occasion = 'example' | 'exercise before its first check' | 'exercise';

const UNUSED_IMPORT = 'F401';

function isShown({ code }: Diagnostic, occasion: Occasion, explanations: Explanations): boolean {
  if (occasion === 'example') return true;
  // The text that an exercise begins with imports what its answer may need.
  if (code === UNUSED_IMPORT) return false;
  if (occasion === 'exercise') return true;
  // Names and syntax give nothing away; what the course teaches would.
  return code === SYNTAX || explanations[code] === undefined;
}

function titleOf({ code, message }: Diagnostic, explanation: Explanation | null): string {
  if (code === SYNTAX)
    return `Python cannot read this: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  return explanation?.title ?? message;
}

/** Its lines, each once, from the top. */
export function linesOf({ stretches }: Hint): readonly number[] {
  return [...new Set(stretches.map(({ from }) => from.line))];
}

/** The hints of a text, in the order of their first lines; what is the same on several lines is one hint. */
export function hintsOf(
  diagnostics: readonly Diagnostic[],
  explanations: Explanations,
  occasion: Occasion,
): readonly Hint[] {
  const hints = new Map<string, Hint>();
  for (const diagnostic of diagnostics) {
    const { code, from, to, isUnnecessary } = diagnostic;
    if (!isShown(diagnostic, occasion, explanations)) continue;
    // What cannot be read makes more of it further on: the first is the one to mend.
    if (code === SYNTAX && hints.has(SYNTAX)) continue;
    const explanation = explanations[code] ?? null;
    const title = titleOf(diagnostic, explanation);
    const key = code === SYNTAX ? SYNTAX : `${code} ${title}`;
    const earlier = hints.get(key);
    hints.set(key, {
      code: code === SYNTAX ? null : code,
      title,
      explanation,
      stretches: earlier === undefined ? [{ from, to }] : [...earlier.stretches, { from, to }],
      isUnnecessary,
    });
  }
  return [...hints.values()];
}
