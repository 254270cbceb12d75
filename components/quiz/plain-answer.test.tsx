// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Question } from '@/lib/course/question';
import { PlainAnswer } from './plain-answer';
import { COMMON } from './testing/visit';

afterEach(cleanup);

const option = (id: string, correct: boolean) => ({ id, text: id, correct, reason: `why ${id}` });

const QUESTIONS: readonly [question: Question, told: readonly string[]][] = [
  [
    { ...COMMON, id: 'q', kind: 'single', options: [option('no', false), option('yes', true)] },
    ['Wrong: nowhy no', 'Right: yeswhy yes'],
  ],
  [
    {
      ...COMMON,
      id: 'q',
      kind: 'order',
      order: ['first', 'second'],
      options: [option('second', true), option('nothing', false), option('first', true)],
    },
    ['1: firstwhy first', '2: secondwhy second', 'Never: nothingwhy nothing'],
  ],
];

test.each(QUESTIONS)('without JavaScript the answer can be read: %#', (question, told) => {
  render(<PlainAnswer question={question} />);
  expect(screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent)).toEqual(
    told,
  );
});

test('without JavaScript the time can be read', () => {
  render(
    <PlainAnswer
      question={{
        ...COMMON,
        id: 'q',
        kind: 'time',
        range: [0, 10],
        bands: [[0, 10]],
        tolerance: 0,
        truth: 5,
        options: [option('band', true)],
      }}
    />,
  );
  expect(screen.getByText('It came at 5 µs.')).toBeDefined();
});
