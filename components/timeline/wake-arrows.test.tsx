// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mixedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { SelectionPanel } from './lazy-tools';
import { Timeline } from './timeline';
import { ViewStore } from './view-store';

beforeAll(() => SelectionPanel.fetch());
afterEach(cleanup);

/** The arrows that are drawn, each by the part of the way that it stands for. */
const arrows = () =>
  [...document.querySelectorAll<SVGElement>('g[data-part]')].map(({ dataset }) => dataset.part);
const lanes = () => screen.getByRole('group', { name: /^Lanes/ });
const press = (...keys: readonly string[]) => {
  for (const key of keys) fireEvent.keyDown(lanes(), { key });
};

describe('arrows', () => {
  test('are not drawn before anybody looks at a moment', () => {
    render(<Timeline trace={overlappingTrace()} />);
    expect(arrows()).toEqual([]);
  });

  test('lead to where the selected mark goes on, and the selection says the same in words', () => {
    render(<Timeline trace={overlappingTrace()} />);
    // From the first mark to the layer's, over its await to where it is ready.
    press('.', 'j', '.', '.');
    expect(screen.getByRole('group', { name: 'Selected' }).textContent).toMatch(
      /Awaits at line 8 of middleware\.py\. Ready at 200 ms: its time is up\. Goes on 2 µs later\./,
    );
    expect(arrows()).toEqual(['wake']);
  });

  test('lead over the thread that ended the wait', () => {
    render(<Timeline trace={mixedTrace()} />);
    press('.', 'j', '.');
    expect(screen.getByRole('group', { name: 'Selected' }).textContent).toMatch(
      /thread w1 of request A is finished/,
    );
    expect(arrows()).toEqual(['await', 'wake', 'resume']);
  });

  test('are those of one selected mark, never of all', () => {
    const store = new ViewStore();
    render(<Timeline trace={overlappingTrace()} view={store} />);
    press('End', 'ArrowLeft', 'ArrowLeft');
    const atPlayhead = arrows().length;
    expect(atPlayhead).toBeGreaterThan(0);
    expect(atPlayhead).toBeLessThanOrEqual(3);
    press('.');
    expect(store.view.selection).not.toBeNull();
    expect(arrows().length).toBeLessThanOrEqual(3);
  });
});
