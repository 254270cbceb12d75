// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { blockedTrace, mixedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { Comparison } from './comparison';
import { controlledFrames } from './testing/frames';

const blocked = blockedTrace();
const overlapping = overlappingTrace();
const names = { before: 'The run before', after: 'This run' };
const frames = controlledFrames();

beforeEach(() => frames.install());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (before = blocked, after = overlapping) =>
  render(<Comparison before={before} after={after} names={names} />);
const playhead = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Playhead of both runs' });
const spoken = () => playhead().getAttribute('aria-valuetext');
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('two runs compared', () => {
  test('begin with a sentence that says what changed', () => {
    show();
    expect(
      screen.getByText(
        'Request C answers 380 ms sooner: nothing holds the event loop at line 8 of middleware.py any more.',
      ),
    ).toBeDefined();
  });

  test('stand one above the other, each under its name', () => {
    show();
    for (const name of ['The run before', 'This run']) {
      const lanes = within(screen.getByRole('group', { name })).getByRole('group', { name: /^Lanes/ });
      expect(within(lanes).getByText('Request C')).toBeDefined();
    }
  });

  test('give each request its signed difference, as a chip and in the table', () => {
    show();
    const chips = screen.getByRole('list', { name: 'Latency: this run against the run before' });
    expect(
      within(chips)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['Request A+2 µs', 'Request B−190 ms', 'Request C−380 ms']);
    const row = within(screen.getByRole('table', { name: 'Latency and hops of each request' })).getByRole(
      'row',
      { name: /^Request C/ },
    );
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['580 msstatus 200, 0 hops', '200 msstatus 200, 0 hops', '−380 ms±0 hops']);
  });

  test('say what only one of them has', () => {
    show();
    expect(
      within(screen.getByRole('list', { name: 'Only in the run before' })).getByText(
        'Request A: time.sleep(0.2) in RequestTimer, line 8 of middleware.py, 200 ms',
      ),
    ).toBeDefined();
    expect(
      within(screen.getByRole('list', { name: 'Only in this run' })).getAllByRole('listitem'),
    ).toHaveLength(3);
  });

  test('have their totals and their steps folded until asked for', () => {
    show();
    const folded = screen.getAllByRole('group').filter((group) => group instanceof HTMLDetailsElement);
    expect(folded.length).toBeGreaterThanOrEqual(2);
    for (const details of folded) expect(details.hasAttribute('open')).toBe(false);
  });

  test('of which one has hops, say so with a sign', () => {
    show(overlapping, mixedTrace());
    expect(screen.getByText('4 hops more between the loop and threads.')).toBeDefined();
    expect(screen.getByText('Request C: GET /c, 200 ms', { exact: false })).toBeDefined();
  });
});

describe('the playhead of both runs', () => {
  test('stands at one time in both, and speaks for both', () => {
    show();
    expect(spoken()).toMatch(/^The run before: 0 of 600 ms.*\. This run: 0 of 220 ms/);
    fireEvent.input(playhead(), { target: { value: '500' } });
    press('Step forward in both');
    press('Step back in both');
    expect(spoken()).toMatch(/The run before: \d+ of 600 ms, loop blocked by request [BC]/);
    expect(spoken()).toMatch(/This run: 2[012]\d of 220 ms/);
  });

  test('stops at what happens in either run', () => {
    show();
    const times = new Set<string>();
    for (let step = 0; step < 60; step += 1) {
      press('Step forward in both');
      times.add(/The run before: (\d+) of/.exec(spoken() ?? '')?.[1] ?? '');
    }
    // The second and the third request of the run that awaits go on at 210 ms, where the other run only waits.
    expect([...times]).toEqual(expect.arrayContaining(['10', '20', '200', '210', '400', '600']));
  });

  test('goes on to the end of the longer run, and back with Home', () => {
    show();
    fireEvent.keyDown(playhead(), { key: 'End' });
    expect(spoken()).toMatch(/The run before: 600 of 600 ms.*This run: 220 of 220 ms/);
    fireEvent.keyDown(playhead(), { key: 'Home' });
    expect(spoken()).toMatch(/The run before: 0 of 600 ms.*This run: 0 of 220 ms/);
  });

  test('renders nothing in a frame: the words follow at a reader’s pace, and no time passes here', () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    let renders = 0;
    render(
      <Profiler
        id="comparison"
        onRender={() => {
          renders += 1;
        }}
      >
        <Comparison before={blocked} after={overlapping} names={names} />
      </Profiler>,
    );
    press('Play both');
    act(() => frames.advance(16));
    const before = renders;
    for (let frame = 0; frame < 100; frame += 1) act(() => frames.advance(16));
    expect(renders).toBe(before);
    expect(Number(playhead().value)).toBeGreaterThan(0);
    clock.mockRestore();
  });

  test('plays both runs', () => {
    show();
    press('Play both');
    act(() => frames.advance(16));
    act(() => frames.advance(2000));
    press('Pause both');
    expect(Number(playhead().value)).toBeGreaterThan(0);
    expect(frames.waiting()).toBe(0);
  });

  test('keeps its step when the axis changes', () => {
    show();
    press('Steps');
    expect(screen.getByText('The same step of both stands at one place.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Steps' }).getAttribute('aria-pressed')).toBe('true');
  });
});
