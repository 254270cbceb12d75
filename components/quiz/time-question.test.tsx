// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { TimeQuestion } from '@/lib/course/question';
import { COMMON, commitAnswer, visit } from './testing/visit';
import { stepOf, TimeQuestionCard } from './time-question';
import { isCorrect } from './verdict';

let asked = 0;
const question = (): TimeQuestion => {
  asked += 1;
  return {
    ...COMMON,
    id: `time-${asked}`,
    kind: 'time',
    range: [0, 400_000],
    tolerance: 20_000,
    truth: 210_000,
    bands: [
      [0, 200_000],
      [200_000, 400_000],
    ],
    options: [
      { id: 'early', text: '0 ms to 200 ms', correct: false, reason: 'It waits longer.' },
      { id: 'late', text: '200 ms to 400 ms', correct: true, reason: 'After A.' },
    ],
  };
};

afterEach(cleanup);

const slider = () => screen.getByRole<HTMLInputElement>('slider');
const bet = (microseconds: number) => fireEvent.change(slider(), { target: { value: String(microseconds) } });

describe('a bet on the time axis', () => {
  test('is not placed until the slider is moved, and then spoken with its unit', async () => {
    await visit(TimeQuestionCard, question());
    expect(slider().getAttribute('aria-valuetext')).toBe('no time chosen yet');
    fireEvent.click(screen.getByRole('button', { name: 'Commit' }));
    expect(screen.getByText('Choose an answer first.')).toBeDefined();
    bet(120_000);
    expect(slider().getAttribute('aria-valuetext')).toBe('120 ms');
  });

  test('stays marked beside what came, with a reason for every band', async () => {
    await visit(TimeQuestionCard, question());
    bet(120_000);
    await commitAnswer();
    expect(screen.getByText('120 ms')).toBeDefined();
    expect(screen.getByText('210 ms')).toBeDefined();
    expect(screen.getByText('It waits longer.')).toBeDefined();
    expect(screen.getByText('After A.')).toBeDefined();
    expect(screen.getByText('Not so.')).toBeDefined();
  });

  test('is still there on the next visit', async () => {
    const shown = question();
    await visit(TimeQuestionCard, shown);
    bet(300_000);
    await commitAnswer();
    await visit(TimeQuestionCard, shown);
    expect(await screen.findByText('300 ms')).toBeDefined();
    expect(screen.getByText('Right, and you knew it.')).toBeDefined();
  });

  test('is right in the right band, or as near as is tolerated', () => {
    const right = (microseconds: string) => isCorrect(question(), [microseconds]);
    expect(right('399999')).toBe(true);
    expect(right('400000')).toBe(true);
    expect(right('190000')).toBe(true);
    expect(right('189000')).toBe(false);
    expect(isCorrect(question(), [])).toBe(false);
  });

  test.each([
    [0, 400_000, 5000],
    [0, 700_000, 10_000],
    [0, 150, 2],
    [0, 100, 1],
  ])('from %d to %d moves in steps of %d microseconds', (from, to, step) => {
    expect(stepOf([from, to])).toBe(step);
  });
});
