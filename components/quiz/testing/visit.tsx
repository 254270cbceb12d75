/** A question's card as a page shows it on a visit of its own: what was stored before is still there. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ComponentType, createElement } from 'react';
import type { Question } from '@/lib/course/question';
import type { CardProperties } from '../answering';

export async function visit<Kind extends Question>(
  Card: ComponentType<CardProperties<Kind>>,
  question: Kind,
): Promise<void> {
  cleanup();
  render(createElement(Card, { question, proof: 'the figure of the run' }));
  await waitFor(() => {
    if (screen.queryByText('Show the answer and the reasons')) throw new Error('The record is being read.');
  });
}

/** Says how sure the reader is, commits, and waits for the reveal. */
export async function commitAnswer(sure = true): Promise<void> {
  fireEvent.click(screen.getByLabelText(sure ? 'Sure' : 'Not sure'));
  fireEvent.click(screen.getByRole('button', { name: 'Commit' }));
  await screen.findByRole('button', { name: 'Try again' });
}

/** What every question of a test has. */
export const COMMON = {
  hash: 'first-wording',
  prompt: 'What happens?',
  proof: { example: 'a-run', run: 'a-unit/a-run', caption: 'Look.' },
} as const;
