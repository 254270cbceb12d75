import { expect, test } from 'vitest';
import { derive } from '../derive';
import { violations } from '../invariants';
import { denseTrace } from './dense-trace';

test('a dense run is sound, and has about three spans for each suspension', () => {
  const trace = denseTrace(12, 10);
  expect(violations(trace)).toEqual([]);
  const spans = derive(trace).groups.reduce((sum, { track }) => sum + track.start.length, 0);
  expect(spans).toBeGreaterThan(12 * 10 * 2);
  expect(spans).toBeLessThan(12 * 10 * 4);
});
