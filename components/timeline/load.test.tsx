// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blockedTrace } from '@/lib/trace/testing/sample-traces';
import { controlledFrames } from './testing/frames';
import { Timeline } from './timeline';

const frames = controlledFrames();

beforeEach(() => frames.install());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open() {
  render(<Timeline trace={blockedTrace()} />);
  fireEvent.click(screen.getByRole('button', { name: 'Load and totals' }));
  return within(await screen.findByRole('group', { name: 'Load and totals' }));
}

describe('the load of a run', () => {
  test('is folded until it is asked for', async () => {
    render(<Timeline trace={blockedTrace()} />);
    const button = screen.getByRole('button', { name: 'Load and totals' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('group', { name: 'Load and totals' })).toBeNull();
    fireEvent.click(button);
    expect(await screen.findByRole('group', { name: 'Load and totals' })).toBeDefined();
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });

  test('says in words what its plots show', async () => {
    const panel = await open();
    expect(
      panel.getByRole('img', { name: 'Requests in flight over time: at most 3, first at 20 ms.' }),
    ).toBeDefined();
    expect(
      panel.getByRole('img', {
        name: 'Share of the time in which the loop is busy, in windows of 10 ms: at most 100 %; blocked at most 100 %.',
      }),
    ).toBeDefined();
  });

  test('is read at the playhead', async () => {
    const panel = await open();
    fireEvent.input(screen.getByRole('slider', { name: 'Playhead' }), { target: { value: '1000' } });
    fireEvent.keyDown(screen.getByRole('slider', { name: 'Playhead' }), { key: 'Home' });
    for (let step = 0; step < 5; step += 1) {
      fireEvent.keyDown(screen.getByRole('slider', { name: 'Playhead' }), { key: 'ArrowRight' });
    }
    expect(
      panel.getByText(
        'At 20 ms: 3 in flight, 1 blocking the loop and 2 ready. Loop 100 % busy in the 10 ms from 20 ms on.',
      ),
    ).toBeDefined();
  });

  test('has every total with its unit and its definition in plain text', async () => {
    const panel = await open();
    const terms = panel.getAllByRole('term');
    const value = (name: string) =>
      terms.find(({ textContent }) => textContent === name)?.nextElementSibling?.textContent;
    expect(value('Wall time')).toBe('600 ms');
    expect(value('Loop blocked')).toBe('600 ms100 % of the run');
    expect(value('Longest hold')).toBe('200 ms');
    expect(value('Latency, p50')).toBe('390 ms');
    expect(value('Latency, p95')).toBe('580 ms');
    expect(value('Hops')).toBe('0');
    expect(panel.getByText(/Nearest rank: one of the run’s own latencies/)).toBeDefined();
  });

  test('has a row for each window and for each request', async () => {
    const panel = await open();
    const windows = panel.getByRole('table', { name: 'Load in windows of equal length', hidden: true });
    // A heading, and forty of sixty rows at first.
    expect(within(windows).getAllByRole('row', { hidden: true })).toHaveLength(41);
    fireEvent.click(panel.getByRole('button', { name: 'Show 20 more', hidden: true }));
    expect(within(windows).getAllByRole('row', { hidden: true })).toHaveLength(61);
    const requests = panel.getByRole('table', { name: /^Latency of each request/, hidden: true });
    const row = within(requests).getByRole('row', { name: /^C/, hidden: true });
    expect(
      within(row)
        .getAllByRole('cell', { hidden: true })
        .map((cell) => cell.textContent),
    ).toEqual(['580 ms', '0 ms', '200 ms', '380 ms', '0 ms', '0 ms', '0 ms', '0']);
  });
});
