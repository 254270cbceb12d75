// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { blockedTrace } from '@/lib/trace/testing/sample-traces';
import { type Bet, placeBet } from './bets';
import { Timeline } from './timeline';
import { ViewStore } from './view-store';

const trace = blockedTrace();
const run = trace.scenario.id;
const bet: Bet = { asked: 'What is request B doing at 100 ms?', words: 'Ready', at: 100_000 };

const place = (asker: string, placed: Bet | null, on = run) => act(() => placeBet(on, asker, placed));

afterEach(() => {
  place('moment', null);
  place('order', null);
  cleanup();
});

const notes = () => within(screen.getByRole('list', { name: 'Your bets' })).getAllByRole('listitem');

describe('a bet', () => {
  test('stands beside the run on which it was placed, and on no other', () => {
    render(<Timeline trace={trace} />);
    place('moment', bet, 'another run');
    expect(screen.queryByRole('list', { name: 'Your bets' })).toBeNull();
    place('moment', bet);
    expect(notes()[0]?.textContent).toContain('Your bet: Ready What is request B doing at 100 ms?');
    place('moment', null, 'another run');
  });

  test('about a time has a flag on the figure, and leads there', () => {
    const store = new ViewStore();
    render(<Timeline trace={trace} view={store} />);
    place('moment', bet);
    expect(screen.getByText('your bet')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Show 100 ms' }));
    expect(
      within(screen.getByRole('group', { name: 'Now, at the playhead' })).getByText(/Blocked by/),
    ).toBeDefined();
  });

  test('about no time has its words alone', () => {
    render(<Timeline trace={trace} />);
    place('order', { asked: 'In which order?', words: 'in → view', at: null });
    expect(notes()[0]?.textContent).toContain('in → view');
    expect(screen.queryByText('your bet')).toBeNull();
  });

  test('is replaced by the next one of the same question, and can be withdrawn', () => {
    render(<Timeline trace={trace} />);
    place('moment', bet);
    place('moment', { ...bet, words: 'Suspended' });
    expect(notes().map(({ textContent }) => textContent)).toHaveLength(1);
    expect(notes()[0]?.textContent).toContain('Suspended');
    place('moment', null);
    expect(screen.queryByRole('list', { name: 'Your bets' })).toBeNull();
  });
});
