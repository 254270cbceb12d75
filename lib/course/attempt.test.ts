import { describe, expect, test } from 'vitest';
import { answerFiles, type Variant, variantScenarios, variantSchema } from './attempt';
import { exerciseSchema } from './exercise';

const exercise = exerciseSchema.parse({
  id: 'e99',
  title: 'An exercise',
  kind: 'fix',
  goal: 'It works.',
  hints: [],
  editable: ['layer_1.py'],
  stacks: [
    {
      id: 'alone',
      title: 'Alone',
      layers: ['layer_1.Simple'],
      view: 'first',
      requests: [{ id: 'A', path: '/' }],
    },
    {
      id: 'mixed',
      title: 'Above another',
      layers: ['layer_1.Simple', 'legacy.Legacy'],
      files: { 'legacy.py': 'legacy' },
      view: 'second',
      requests: [{ id: 'A', path: '/' }],
    },
  ],
});

const variant = (): Variant =>
  variantSchema.parse({
    exercise: 'e99',
    stacks: [
      {
        layers: [{ entry: 'Simple', source: 'theirs' }],
        view: 'their view',
        requests: [{ id: 'A', path: '/', headers: {}, at: 0 }],
      },
    ],
  });

describe('files of an answer', () => {
  test('one file stands for the one that can be edited, whatever it is called', () => {
    expect(answerFiles(exercise, { 'my_answer.py': 'mine' })).toEqual({ 'layer_1.py': 'mine' });
  });

  test('of several, each must be a file of the exercise', () => {
    const two = { ...exercise, editable: ['layer_1.py', 'layer_2.py'] };
    expect(answerFiles(two, { 'layer_1.py': 'a', 'layer_2.py': 'b' })).toEqual({
      'layer_1.py': 'a',
      'layer_2.py': 'b',
    });
    expect(() => answerFiles(two, { 'layer_1.py': 'a', 'other.py': 'b' })).toThrow(
      'other.py is no file of this exercise. It asks for layer_1.py, layer_2.py.',
    );
  });
});

describe('a variant', () => {
  test('is run as it is given, under ids of its own', () => {
    const [first] = variantScenarios(exercise, variant());
    expect(first).toMatchObject({
      id: 'e99-variant-1',
      layers: [{ entry: 'Simple', source: 'theirs' }],
      view: 'their view',
    });
  });

  test('lends its layers to the stacks that it leaves out', () => {
    const [, second, ...others] = variantScenarios(exercise, variant());
    expect(second).toMatchObject({ id: 'mixed', files: { 'layer_1.py': 'theirs', 'legacy.py': 'legacy' } });
    expect(others).toEqual([]);
  });

  test('without a stack is refused', () => {
    expect(variantSchema.safeParse({ exercise: 'e99', stacks: [] }).success).toBe(false);
  });
});
