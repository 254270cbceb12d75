/** `experiments.json` of a unit: each names one claim of the course and the runs that decide it. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Trace } from '@/lib/trace/schema';
import { judgeProbe, probeSchema } from './probe';
import { type RecordedExample, recordedRun } from './recorded-run';
import { CourseError, readOptionalJson } from './unit-files';

export const experimentsSchema = z.array(
  z
    .strictObject({
      claim: z.int().positive().describe('Its number in `content/claims.json`'),
      says: z.string().min(1).describe('What the runs show, in one sentence. May hold `inline code`'),
      runs: z.array(z.string()).min(1).describe('Examples of this unit'),
      shows: z.array(probeSchema).min(1).describe('True of every run, or of the one that a probe names'),
    })
    .refine(({ runs, shows }) => shows.every(({ run }) => run === undefined || runs.includes(run)), {
      message: 'a probe names a run that is not among `runs`',
    }),
);

export type Experiment = z.output<typeof experimentsSchema>[number];

/** What the runs do instead, run by run; empty where they show what the experiment says. */
export function refutations(
  { runs, shows }: Experiment,
  runNamed: (example: string) => Trace,
): readonly string[] {
  return shows.flatMap((probe) =>
    (probe.run === undefined ? runs : [probe.run]).flatMap((run) => {
      const verdict = judgeProbe(probe, runNamed(run));
      return verdict.passed ? [] : [`${run}: ${verdict.message}`];
    }),
  );
}

/** The experiments of a unit, none where it has no file. Throws CourseError where a recorded run refutes one. */
export function readExperiments(folder: string, examples: readonly RecordedExample[]): readonly Experiment[] {
  const file = join(folder, 'experiments.json');
  const experiments = readOptionalJson(file, experimentsSchema) ?? [];
  for (const experiment of experiments) {
    const [refutation] = refutations(experiment, recordedRun(examples, file));
    if (refutation !== undefined) {
      throw new CourseError(file, `claim ${experiment.claim} is not shown by its run. ${refutation}`);
    }
  }
  return experiments;
}
