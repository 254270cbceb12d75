/** What a check makes of one trace. */
import { expect } from 'vitest';
import type { Check } from '@/lib/checks';
import type { Trace } from '@/lib/trace/schema';

/** The failed verdict; throws where the check passes. */
export function expectFailure(check: Check, trace: Trace) {
  const verdict = check.judge([trace]);
  if (verdict.passed) throw new Error(`${check.id} passed: ${verdict.message}`);
  return verdict;
}

export function expectSuccess(check: Check, trace: Trace) {
  expect(check.judge([trace])).toMatchObject({ passed: true });
}
