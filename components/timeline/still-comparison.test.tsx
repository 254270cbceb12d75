// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { blockedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { StillComparison } from './still-comparison';

const comparison = (
  <StillComparison
    before={blockedTrace()}
    after={overlappingTrace()}
    names={{ before: 'The run before', after: 'The run after' }}
    titles={{ before: 'It `blocks`', after: 'It awaits' }}
  />
);

afterEach(cleanup);

describe('two runs compared by the server', () => {
  test('say what changed, and which run is which', () => {
    render(comparison);
    expect(screen.getByText(/^Request C answers 380 ms sooner/)).toBeDefined();
    expect(screen.getByText('The run before:').textContent).toBe('The run before: It blocks');
    expect(screen.getByText('blocks').tagName).toBe('CODE');
  });

  test('stand on one clock: the ruler of the shorter run goes on to the end of the longer one', () => {
    render(comparison);
    const ticks = (name: string) =>
      within(screen.getByRole('group', { name })).getAllByText(/^\d+ ms$/, { selector: '[class*="tick"]' });
    const words = (elements: readonly HTMLElement[]) => elements.map(({ textContent }) => textContent);
    const after = words(ticks('Timeline of the run after'));
    expect(after).toEqual(words(ticks('Timeline of the run before')));
    expect(after).toContain('400 ms');
  });

  test('show each signed difference in the picture and in the table', () => {
    render(comparison);
    const after = screen.getByRole('group', { name: 'Timeline of the run after' });
    expect(within(after).getByText('−380 ms')).toBeDefined();
    const before = screen.getByRole('group', { name: 'Timeline of the run before' });
    expect(within(before).queryByText('−380 ms')).toBeNull();
    const table = screen.getByRole('table', { name: 'Latency and hops of each request' });
    expect(within(table).getByText('−380 ms')).toBeDefined();
    expect(screen.getByRole('list', { name: 'Only in the run before' })).toBeDefined();
  });

  test('need no script: there is nothing to press but folds that the browser opens by itself', () => {
    render(comparison);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('slider')).toBeNull();
  });

  test('are drawn twice alike', () => {
    expect(renderToStaticMarkup(comparison)).toBe(renderToStaticMarkup(comparison));
  });
});
