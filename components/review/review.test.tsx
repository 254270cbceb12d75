// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Deck } from '@/lib/course/deck';
import type { Question } from '@/lib/course/question';
import { DAY } from '@/lib/review/due';
import { answer, basics, mixing } from '@/lib/review/testing/sample-course';

const question: Question = {
  id: 'q-one',
  kind: 'single',
  prompt: 'Who waits?',
  hash: 'h',
  options: [
    { id: 'one', text: 'One', correct: false, reason: 'No.' },
    { id: 'all', text: 'All', correct: true, reason: 'Yes.' },
  ],
  proof: { example: 'a-run', run: 'basics/a-run', caption: 'Look.' },
};
const card = { id: 'one-card', front: 'What is a coroutine?', back: 'A call, prepared.', example: 'a-run' };
const deck: Deck = { cards: [card], questions: [question] };
const parts = [{ id: 'steps', title: 'The seven steps' }];

/** Everything is near. */
class NearObserver {
  readonly #onNear: (entries: { readonly isIntersecting: boolean }[]) => void;
  constructor(onNear: (entries: { readonly isIntersecting: boolean }[]) => void) {
    this.#onNear = onNear;
  }
  observe() {
    this.#onNear([{ isIntersecting: true }]);
  }
  disconnect() {}
}

/** The page on a visit of its own; what was kept before is still there. */
async function visit() {
  cleanup();
  vi.resetModules();
  const { openRecord } = await import('@/lib/progress/open-record');
  const record = await openRecord();
  const { Review } = await import('./review');
  return { record, show: () => render(<Review units={[basics, mixing]} parts={parts} />) };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('IntersectionObserver', NearObserver);
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(deck)));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the review', () => {
  test('says what will be due, before anything was opened', async () => {
    (await visit()).show();
    expect(await screen.findByText(/Nothing is due yet/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Begin with Basics' })).toBeDefined();
  });

  test('turns a card, shows when each grade brings it back, and then knows when it is due', async () => {
    const { record, show } = await visit();
    await record.markVisited('basics');
    show();
    expect(await screen.findByText('1 card of the units that you opened.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Begin the review' }));
    expect(await screen.findByText('What is a coroutine?')).toBeDefined();
    expect(screen.queryByText('A call, prepared.')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show the answer' }));
    expect(screen.getByText('A call, prepared.')).toBeDefined();
    expect(screen.getByRole('link', { name: 'The run that shows it' }).getAttribute('href')).toBe(
      '/learn/basics/#run-a-run',
    );
    fireEvent.click(screen.getByRole('button', { name: /^Good.*3 days/ }));
    expect(await screen.findByText('That was all of it')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Back to the review' }));
    expect(await screen.findByText('Nothing is due. Next: 1 card in 3 days.')).toBeDefined();
  });

  test('asks a missed question afresh, and says when it comes again', async () => {
    const { record, show } = await visit();
    await record.writeAnswer('q-one', answer({ correct: false }));
    show();
    expect(await screen.findByText('1 question of the units that you opened.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Begin the review' }));
    fireEvent.click(await screen.findByLabelText('All'));
    fireEvent.click(screen.getByLabelText('Not sure'));
    fireEvent.click(screen.getByRole('button', { name: 'Commit' }));
    expect(await screen.findByText('It comes again in 2 days.')).toBeDefined();
    const kept = await record.readReview('question/q-one');
    expect(kept && Math.round((kept.dueAt - kept.reviewedAt) / DAY)).toBe(2);
    expect((await record.readAnswer('q-one'))?.first.correct).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Finish' }));
    expect(await screen.findByText('That was all of it')).toBeDefined();
  });

  test('goes through the questions alone, of the course or of a part', async () => {
    (await visit()).show();
    expect(screen.getByRole('combobox', { name: 'From' }).textContent).toBe(
      'The whole course (3)The seven steps (3)',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Begin the questions' }));
    expect(await screen.findByText('Who waits?')).toBeDefined();
  });

  test('says so when the cards cannot be fetched, and lets the reader try again', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
    (await visit()).show();
    fireEvent.click(screen.getByRole('button', { name: 'Begin the questions' }));
    expect(await screen.findByText(/could not be fetched/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Begin the questions' })).toBeDefined();
  });
});
