// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { blockedTrace } from '@/lib/trace/testing/sample-traces';
import { Minimap, Tools } from './lazy-tools';
import { Timeline } from './timeline';

beforeAll(() => Promise.all([Minimap.fetch(), Tools.fetch()]));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A screen that is narrower than any query asks about, or wider. */
function onScreen(narrow: boolean) {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: narrow && query.includes('max-width'),
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
}

const button = () => screen.getByRole('button', { name: 'Tools' });
const search = () => screen.queryByRole('searchbox', { name: 'Search' });

describe('the tools', () => {
  test('are there from the beginning where a page asks for them', () => {
    onScreen(false);
    render(<Timeline trace={blockedTrace()} tools />);
    expect(button().getAttribute('aria-expanded')).toBe('true');
    expect(search()).not.toBeNull();
  });

  test('leave a phone to the run, until they are asked for', () => {
    onScreen(true);
    render(<Timeline trace={blockedTrace()} tools />);
    expect(button().getAttribute('aria-expanded')).toBe('false');
    expect(search()).toBeNull();
    fireEvent.click(button());
    expect(search()).not.toBeNull();
  });

  test('are folded in a lesson', () => {
    onScreen(false);
    render(<Timeline trace={blockedTrace()} />);
    expect(search()).toBeNull();
  });
});

test('on a phone one request is open at first; on a wider screen, more', () => {
  const open = () =>
    screen
      .getAllByRole('button', { name: /^Layers of request/ })
      .map((fold) => fold.getAttribute('aria-expanded'));
  onScreen(true);
  const { unmount } = render(<Timeline trace={blockedTrace()} />);
  expect(open()).toEqual(['true', 'false', 'false']);
  unmount();
  onScreen(false);
  render(<Timeline trace={blockedTrace()} />);
  expect(open()).toEqual(['true', 'true', 'true']);
});
