/** What a module's two runs, native and here, say together; and how it is told. */
import { z } from 'zod';
import type { SuiteModule } from './modules.ts';

/** By test id. `detail` is why a test was skipped, or the end of a failure's report. */
export const outcomesSchema = z.record(
  z.string(),
  z.strictObject({ kind: z.enum(['passed', 'failed', 'skipped']), detail: z.string() }),
);
export type Outcomes = z.infer<typeof outcomesSchema>;

/** What an interpreter answers: python/suites/in_browser.py. */
export const reportSchema = z.strictObject({
  outcomes: outcomesSchema,
  end: z
    .object({ kind: z.string(), message: z.string().optional() })
    .nullable()
    .describe('Why it ended before its end, a deadlock say; null when it did not'),
  running: z.string().nullable().describe('The test that it ended in'),
  output: z.string(),
});

/** Ids that cannot pass in a browser, each with its reason. */
export const exclusionsSchema = z.record(z.string(), z.string().min(10));
export type Exclusions = z.infer<typeof exclusionsSchema>;

type Explained = { readonly id: string; readonly reason: string };

export type Verdict = SuiteModule & {
  /** The ids that count: those that pass natively. */
  readonly nativePassed: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Ids that pass natively and not here. */
  readonly missing: readonly Explained[];
  /** Ids that do not pass natively: they do not count. */
  readonly uncounted: readonly Explained[];
  /** A sentence for whatever is not as the list of exclusions says. */
  readonly mistakes: readonly string[];
};

/** Compares a module's native outcomes with those of the simulator. */
export function judge(
  module: SuiteModule,
  native: Outcomes,
  here: Outcomes,
  exclusions: Exclusions,
): Verdict {
  const wanted = Object.keys(native).filter((id) => native[id]?.kind === 'passed');
  const ofKind = (kind: Outcomes[string]['kind']) => wanted.filter((id) => here[id]?.kind === kind);
  const missing = wanted.filter((id) => here[id]?.kind !== 'passed');
  const mistakes = [
    ...missing
      .filter((id) => !(id in exclusions))
      .map((id) => `${id} passes natively and not here: ${here[id]?.detail || 'it did not run'}`),
    ...ofKind('passed')
      .filter((id) => id in exclusions)
      .map((id) => `${id} is on the list of exclusions and passes`),
  ];
  if (wanted.length === 0) mistakes.push(`nothing passes natively in ${module.module}`);
  return {
    ...module,
    nativePassed: wanted.length,
    passed: ofKind('passed').length,
    failed: ofKind('failed').length,
    skipped: ofKind('skipped').length,
    missing: missing.map((id) => ({ id, reason: exclusions[id] ?? 'unexplained' })),
    uncounted: Object.entries(native)
      .filter(([, { kind }]) => kind !== 'passed')
      .map(([id, { kind, detail }]) => ({ id, reason: kind === 'failed' ? 'fails' : detail })),
    mistakes,
  };
}

/** Exclusions that name no test: the list has to stay true. */
export function staleExclusions(exclusions: Exclusions, native: readonly Outcomes[]): readonly string[] {
  return Object.keys(exclusions)
    .filter((id) => !native.some((outcomes) => id in outcomes))
    .map((id) => `${id} is on the list of exclusions and is no test`);
}

const sum = (verdicts: readonly Verdict[], key: 'nativePassed' | 'passed' | 'failed' | 'skipped') =>
  verdicts.reduce((total, verdict) => total + verdict[key], 0);

/** The section of BENCHMARKS.md, in Markdown. */
export function describeVerdicts(verdicts: readonly Verdict[], nativePython: string): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const counts = (of: readonly Verdict[]) => {
    const [passed, failed, skipped] = [sum(of, 'passed'), sum(of, 'failed'), sum(of, 'skipped')];
    return [sum(of, 'nativePassed'), passed + failed + skipped, passed, failed, skipped];
  };
  const share = (100 * sum(verdicts, 'passed')) / sum(verdicts, 'nativePassed');
  const list = (explained: readonly Explained[]) =>
    explained.map(({ id, reason }) => `- \`${id}\`: ${reason}`).join('\n') || '- none';
  return `Native: CPython ${nativePython}, same versions of Django and asgiref.

${row(['suite', 'module', 'pass natively', 'run here', 'passed', 'failed', 'skipped'])}
${row(['---', '---', '--:', '--:', '--:', '--:', '--:'])}
${verdicts.map((verdict) => row([verdict.suite, `\`${verdict.module}\``, ...counts([verdict])])).join('\n')}
${row(['all', `${share.toFixed(1)} %`, ...counts(verdicts)])}

Not passed here:

${list(verdicts.flatMap((verdict) => verdict.missing))}

Not counted, because they do not pass natively:

${list(verdicts.flatMap((verdict) => verdict.uncounted))}`;
}
