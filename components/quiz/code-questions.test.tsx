// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { GapQuestion, LineQuestion, MomentQuestion } from '@/lib/course/question';
import { GapQuestionCard } from './gap-question';
import { LineQuestionCard } from './line-question';
import { MomentQuestionCard } from './moment-question';
import { COMMON, commitAnswer, visit } from './testing/visit';

afterEach(cleanup);

describe('a gap', () => {
  const question: GapQuestion = {
    ...COMMON,
    id: 'a-gap',
    kind: 'gap',
    file: 'middleware.py',
    code: 'response = ____ get_response(request)',
    options: [
      { id: 'await', text: 'await', correct: true, reason: 'It runs the next layer.' },
      { id: 'return', text: 'return', correct: false, reason: 'That ends the layer.' },
    ],
  };

  test('is filled by the option as soon as it is chosen', async () => {
    await visit(GapQuestionCard, question);
    const code = () => screen.getByRole('figure').querySelector('pre')?.textContent;
    expect(code()).toBe('response = ?gap get_response(request)');
    fireEvent.click(screen.getByRole('radio', { name: 'return' }));
    expect(code()).toBe('response = return get_response(request)');
    fireEvent.click(screen.getByRole('radio', { name: 'await' }));
    expect(code()).toBe('response = await get_response(request)');
    await commitAnswer();
    expect(screen.getByText('That ends the layer.')).toBeDefined();
    expect(screen.getByText('Right, and you knew it.')).toBeDefined();
  });
});

describe('a line', () => {
  const question: LineQuestion = {
    ...COMMON,
    id: 'a-line',
    kind: 'line',
    file: 'views.py',
    lines: [
      { text: 'async def view(request):', option: null },
      { text: '    print("view")', option: 'print' },
      { text: '    await asyncio.sleep(0.1)', option: 'sleep' },
    ],
    options: [
      { id: 'print', text: 'print("view")', correct: false, reason: 'Printing suspends nobody.' },
      { id: 'sleep', text: 'await asyncio.sleep(0.1)', correct: true, reason: 'It waits for a timer.' },
    ],
  };

  test('is chosen in the file, where only some lines can be', async () => {
    await visit(LineQuestionCard, question);
    expect(screen.getByText('async def view(request):')).toBeDefined();
    const lines = screen.getAllByRole<HTMLInputElement>('radio').filter(({ name }) => name === 'a-line');
    expect(lines.map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      '2Line 2:     print("view")',
      '3Line 3:     await asyncio.sleep(0.1)',
    ]);
    fireEvent.click(screen.getByRole('radio', { name: /Line 2/ }));
    await commitAnswer(false);
    expect(screen.getByText('Not so.')).toBeDefined();
    expect(screen.getByText('Printing suspends nobody.')).toBeDefined();
    expect(screen.getByText('It waits for a timer.')).toBeDefined();
  });
});

describe('a moment', () => {
  const question: MomentQuestion = {
    ...COMMON,
    id: 'a-moment',
    kind: 'moment',
    request: 'B',
    at: 100_000,
    options: [
      { id: 'ready', text: 'Ready, waiting for the loop', correct: true, reason: 'A holds the loop.' },
      { id: 'not-arrived', text: 'Not there yet', correct: false, reason: 'It came at 0 ms.' },
    ],
  };

  test('offers states with the marks of the timeline, where it has one', async () => {
    await visit(MomentQuestionCard, question);
    const marks = (name: string) =>
      screen.getByRole('radio', { name }).closest('label')?.querySelectorAll('svg');
    expect(marks('Ready, waiting for the loop')).toHaveLength(1);
    expect(marks('Not there yet')).toHaveLength(0);
    fireEvent.click(screen.getByRole('radio', { name: 'Ready, waiting for the loop' }));
    await commitAnswer();
    expect(screen.getByText('A holds the loop.')).toBeDefined();
    expect(screen.getByText('Right, and you knew it.')).toBeDefined();
  });
});
