/** What is said of a run that went wrong, for tests of the explanations. */
import { explainTrace } from '@/lib/simulator/explain-error';
import type { Outcome, PythonError } from '@/lib/trace/schema';
import { buildTrace, type TraceInput } from './trace';

/** The one problem of a run; fails when there are more or none. */
export function only(input: TraceInput) {
  const problems = explainTrace(buildTrace(input));
  const [problem] = problems;
  if (problem === undefined || problems.length > 1) {
    throw new Error(`expected one problem, not: ${problems.map(({ title }) => title).join('; ')}`);
  }
  return problem;
}

/** A stack that Django could not build. */
export const startup = (error: PythonError): Outcome => ({ kind: 'startup-error', error });
