/** What people say about async Django, and what is so: `content/claims.json`. Each claim is decided by one experiment. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Experiment } from './experiments';
import { CourseError, readJson } from './unit-files';

const claimSchema = z.strictObject({
  id: z.int().positive().describe('Never changes: experiments name it'),
  saying: z.string().min(1).describe('What people say, as a sentence. May hold `inline code`'),
  verdict: z.string().min(1).describe("In a few words: 'true', 'imprecise', 'false under ASGI'"),
  inFact: z.string().min(1).describe('What Django does, in a sentence or two. May hold `inline code`'),
  words: z.boolean().default(false).describe('Of words only: no run can decide it'),
});

export const claimsSchema = z
  .array(claimSchema)
  .refine((claims) => claims.every(({ id }, index) => id === index + 1), {
    message: 'claims are numbered from 1, in their order',
  });

export type Claim = z.output<typeof claimSchema>;

/** A claim with what decides it; null for a claim of words, and while no unit has an experiment for it. */
export type DecidedClaim = Claim & {
  readonly decidedBy: {
    readonly unit: string;
    readonly title: string;
    readonly experiment: Experiment;
  } | null;
};

type UnitOfExperiments = {
  readonly id: string;
  readonly title: string;
  readonly experiments: readonly Experiment[];
};

/**
 * The claims of the course in `content`, each with the experiment that names it. Throws CourseError where an
 * experiment names a claim that is none, or one of words.
 */
export function readClaims(content: string, units: readonly UnitOfExperiments[]): readonly DecidedClaim[] {
  const claims = readJson(join(content, 'claims.json'), claimsSchema);
  const deciding = new Map(
    units.flatMap(({ id, title, experiments }) =>
      experiments.map((experiment) => [experiment.claim, { unit: id, title, experiment }] as const),
    ),
  );
  for (const [number, { unit }] of deciding) {
    const claim = claims[number - 1];
    if (claim !== undefined && !claim.words) continue;
    const problem = claim === undefined ? 'is not in claims.json' : 'is one of words, which no run decides';
    throw new CourseError(join(content, unit, 'experiments.json'), `claim ${number} ${problem}.`);
  }
  return claims.map((claim) => ({ ...claim, decidedBy: deciding.get(claim.id) ?? null }));
}
