// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChoiceQuestion } from '@/lib/course/question';

const question: ChoiceQuestion = {
  id: 'who-waits',
  kind: 'single',
  hash: 'first-wording',
  prompt: 'Who waits when `time.sleep` runs on the loop?',
  options: [
    { id: 'one', text: 'Only that request', correct: false, reason: 'The loop has one thread.' },
    { id: 'all', text: 'Every request', correct: true, reason: 'Nobody else is handed the loop.' },
  ],
  proof: { example: 'holding', run: 'a-unit/holding', caption: 'See who is ready.' },
};

/** The card as a page shows it on a visit of its own; what was stored before is still there. */
async function visit(shown: ChoiceQuestion = question) {
  cleanup();
  vi.resetModules();
  const { ChoiceQuestionCard } = await import('./choice-question');
  render(<ChoiceQuestionCard question={shown} proof={<p>the figure of the run</p>} />);
  await waitFor(() => expect(screen.queryByText('Show the answer and the reasons')).toBeNull());
}

async function answer(option: string, sure: boolean) {
  fireEvent.click(screen.getByLabelText(option));
  fireEvent.click(screen.getByLabelText(sure ? 'Sure' : 'Not sure'));
  fireEvent.click(screen.getByRole('button', { name: 'Commit' }));
  await screen.findByRole('button', { name: 'Try again' });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(cleanup);

describe('a question', () => {
  test('explains nothing before an answer is committed', async () => {
    await visit();
    expect(screen.queryByText('The loop has one thread.')).toBeNull();
    expect(screen.queryByText('the figure of the run')).toBeNull();
  });

  test('asks for an answer, and for how sure the reader is, before it commits', async () => {
    await visit();
    fireEvent.click(screen.getByRole('button', { name: 'Commit' }));
    expect(screen.getByRole('status').textContent).toContain('Choose an answer');
    fireEvent.click(screen.getByLabelText('Every request'));
    expect(screen.getByRole('status').textContent).toContain('how sure');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  test('then gives the verdict, a reason for every option, and the run that decides', async () => {
    await visit();
    await answer('Only that request', true);
    expect(screen.getByText('Not so.')).toBeDefined();
    expect(screen.getByText('The loop has one thread.')).toBeDefined();
    expect(screen.getByText('Nobody else is handed the loop.')).toBeDefined();
    expect(screen.getByText('the figure of the run')).toBeDefined();
    expect(document.activeElement?.textContent).toContain('Not so.');
  });

  test('keeps the choice and locks it', async () => {
    await visit();
    await answer('Every request', false);
    const options = screen.getAllByRole<HTMLInputElement>('radio');
    expect(options.map(({ checked, disabled }) => ({ checked, disabled }))).toEqual([
      { checked: false, disabled: true },
      { checked: true, disabled: true },
    ]);
  });

  test('shows a committed answer again on the next visit', async () => {
    await visit();
    await answer('Every request', true);
    await visit();
    expect(await screen.findByText('Right, and you knew it.')).toBeDefined();
  });

  test('can be tried again, and keeps the first answer on record', async () => {
    await visit();
    await answer('Only that request', true);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.queryByText('The loop has one thread.')).toBeNull();
    await answer('Every request', true);
    expect(screen.getByText(/Your first answer was not/)).toBeDefined();
  });

  test('keeps an answer through an edit of the question, and says that it was edited', async () => {
    await visit();
    await answer('Every request', true);
    await visit({ ...question, hash: 'second-wording', prompt: 'Who has to wait?' });
    expect(await screen.findByText(/has been edited since/)).toBeDefined();
    expect(screen.getByText('Right, and you knew it.')).toBeDefined();
  });
});

describe('a question with several right options', () => {
  const several: ChoiceQuestion = {
    ...question,
    kind: 'multiple',
    options: question.options.map((option) => ({ ...option, correct: true })),
  };

  test('is right only when all of them are chosen, and no other', async () => {
    await visit(several);
    const boxes = within(screen.getByRole('region')).getAllByRole('checkbox');
    expect(boxes).toHaveLength(2);
    await answer('Every request', false);
    expect(screen.getByText('Not so.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    fireEvent.click(screen.getByLabelText('Only that request'));
    await answer('Every request', false);
    expect(screen.getByText('Right.')).toBeDefined();
  });
});
