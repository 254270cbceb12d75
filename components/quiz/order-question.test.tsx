// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { OrderQuestion } from '@/lib/course/question';
import { OrderQuestionCard } from './order-question';
import { moved, placed } from './ordering';
import { COMMON, commitAnswer, visit } from './testing/visit';

let asked = 0;
/** Each test has a question of its own, for the record outlives a test. */
const question = (): OrderQuestion => {
  asked += 1;
  return {
    ...COMMON,
    id: `order-${asked}`,
    kind: 'order',
    order: ['in', 'view', 'out'],
    options: [
      { id: 'out', text: 'the layer prints `out`', correct: true, reason: 'On the way out.' },
      { id: 'crash', text: 'an error', correct: false, reason: 'Nothing is raised.' },
      { id: 'in', text: 'the layer prints `in`', correct: true, reason: 'On the way in.' },
      { id: 'view', text: 'the view', correct: true, reason: 'In the middle.' },
    ],
  };
};

afterEach(cleanup);

const inOrder = () =>
  within(screen.getByRole('list', { name: 'First to last' }))
    .getAllByRole('listitem')
    .map((item) => item.dataset.item);
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => fireEvent.click(button(name));

describe('an order', () => {
  test('is made by buttons, each move said and the focus kept', async () => {
    await visit(OrderQuestionCard, question());
    button('Later: the layer prints out').focus();
    press('Later: the layer prints out');
    expect(inOrder()).toEqual(['crash', 'out', 'in', 'view']);
    expect(document.activeElement).toBe(button('Later: the layer prints out'));
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'the layer prints out: number 2 of 4',
    );
  });

  test('is made by the arrow keys and Delete on an item as well', async () => {
    await visit(OrderQuestionCard, question());
    fireEvent.keyDown(button('Earlier: the view'), { key: 'ArrowUp' });
    expect(inOrder()).toEqual(['out', 'crash', 'view', 'in']);
    fireEvent.keyDown(button('Later: an error'), { key: 'Delete' });
    expect(inOrder()).toEqual(['out', 'view', 'in']);
    press('Put in order: an error');
    expect(inOrder()).toEqual(['out', 'view', 'in', 'crash']);
  });

  test('is made by dragging, into the bin as well', async () => {
    await visit(OrderQuestionCard, question());
    const item = (text: string) => screen.getByText(text).closest('li') as HTMLElement;
    fireEvent.dragStart(item('the view'));
    fireEvent.drop(item('an error'));
    expect(inOrder()).toEqual(['out', 'view', 'crash', 'in']);
    fireEvent.dragStart(item('an error'));
    fireEvent.drop(screen.getByRole('list', { name: 'Never happens' }));
    expect(inOrder()).toEqual(['out', 'view', 'in']);
  });

  test('does not move what cannot go further, and says so', async () => {
    await visit(OrderQuestionCard, question());
    expect(button('Earlier: the layer prints out').getAttribute('aria-disabled')).toBe('true');
    press('Earlier: the layer prints out');
    expect(inOrder()).toEqual(['out', 'crash', 'in', 'view']);
  });

  test('is right only as the run had it, without what never happens', async () => {
    await visit(OrderQuestionCard, question());
    press('Never happens: an error');
    press('Later: the layer prints out');
    press('Later: the layer prints out');
    expect(inOrder()).toEqual(['in', 'view', 'out']);
    await commitAnswer();
    expect(screen.getByText('Right, and you knew it.')).toBeDefined();
  });

  test('is revealed in the order that came, each event beside the place where it was bet', async () => {
    await visit(OrderQuestionCard, question());
    await commitAnswer();
    const came = within(screen.getByRole('list', { name: 'As it came' })).getAllByRole('listitem');
    expect(came.map(({ textContent }) => textContent)).toEqual([
      '1the layer prints inYour bet: number 3On the way in.',
      '2the viewYour bet: number 4In the middle.',
      '3the layer prints outYour bet: number 1On the way out.',
    ]);
    const never = within(screen.getByRole('list', { name: 'Never happened' }));
    expect(never.getByText('Your bet: number 2')).toBeDefined();
    expect(never.getByText('Nothing is raised.')).toBeDefined();
  });
});

describe('moving an item', () => {
  test('swaps it with its neighbour, takes it out, or puts it back at the end', () => {
    expect(moved(['a', 'b', 'c'], 'b', 'earlier')).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 'later')).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'b', 'never')).toEqual(['a', 'c']);
    expect(moved(['a', 'c'], 'b', 'back')).toEqual(['a', 'c', 'b']);
  });

  test('beyond either end leaves the order as it is', () => {
    expect(moved(['a', 'b'], 'a', 'earlier')).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 'b', 'later')).toEqual(['a', 'b']);
    expect(placed(['a', 'b'], 'a', 1)).toEqual(['b', 'a']);
  });
});
