import { expect, test } from 'vitest';
import { together } from './together';

const scenario = {
  id: 'x',
  layers: [],
  requests: ['A', 'B', 'C'].map((id, index) => ({ id, path: '/', at: index + 1 })),
};

test('the requests named come at the instant of the first of them, others when they came', () => {
  expect(together(scenario, ['B', 'A']).requests.map(({ at }) => at)).toEqual([1, 1, 3]);
});

test('a request that is not there is named', () => {
  expect(() => together(scenario, ['A', 'Z'])).toThrow('There is no request Z in x.');
});
