// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { blockedTrace, mixedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { KitchenLive } from './kitchen-live';
import { KitchenStill } from './kitchen-still';

const runs = [
  { name: 'timer', title: 'The chef sets a timer', trace: overlappingTrace() },
  { name: 'pot', title: 'The chef stares', trace: blockedTrace() },
];

afterEach(cleanup);

describe('the kitchen drawn by the server', () => {
  const markup = renderToStaticMarkup(<KitchenStill runs={runs} />);

  test('shows of each run the scene that says most, in a sentence and as a named picture', () => {
    const pictures = [...markup.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, label]) => label);
    expect(pictures).toEqual([
      'A kitchen. The chef puts C into the oven, sets a timer and turns away.',
      'A kitchen. A waiter brings order C. It hangs on the rail. B and C hang on the rail, and nobody looks.',
    ]);
  });

  test('tells every step of every run in words, without JavaScript', () => {
    const told = (sentence: string) => markup.includes(sentence);
    expect(told('A is done, and goes out to the waiter.')).toBe(true);
    expect(told('Request A blocks the loop in RequestTimer, line 8 of middleware.py.')).toBe(true);
    expect(told('<button')).toBe(false);
  });

  test('says what each part of the picture stands for', () => {
    expect(markup.includes('the ready queue: who could run if the loop were free')).toBe(true);
  });
});

describe('the kitchen alive', () => {
  const picture = () => screen.getByRole('img').getAttribute('aria-label');
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

  test('steps from scene to scene, and says each', () => {
    render(<KitchenLive runs={runs} />);
    const said = () => screen.getByRole('status').textContent;
    press('Step forward');
    expect(said()).toContain('The chef takes up order A.');
    press('Step forward');
    expect(said()).toContain('The chef puts A into the oven');
    press('Step forward');
    expect(picture()).toContain('The chef takes up order B.');
    press('Step back');
    expect(picture()).toContain('The chef puts A into the oven');
  });

  test('another run begins untouched, with its own scene', () => {
    render(<KitchenLive runs={runs} />);
    press('Step forward');
    fireEvent.click(screen.getByRole('radio', { name: 'The chef stares' }));
    expect(picture()).toContain('and nobody looks.');
    press('Step forward');
    expect(screen.getByRole('status').textContent).toContain('stares at the pot');
  });

  test('a step in the list of all steps moves the playhead there', () => {
    render(<KitchenLive runs={[{ name: 'mixed', title: 'Mixed', trace: mixedTrace() }]} />);
    const steps = within(screen.getByText('Every step in words').closest('details') as HTMLElement);
    const handed = steps.getAllByRole('button', { name: /to a helper/, hidden: true })[0];
    fireEvent.click(handed as HTMLElement);
    expect(screen.getByRole('status').textContent).toContain('thread w1 of request A');
  });

  test('one run alone offers no choice', () => {
    render(<KitchenLive runs={runs.slice(0, 1)} />);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
