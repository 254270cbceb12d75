// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeAt } from '@/lib/trace/axis';
import type { LineMark } from '@/lib/trace/line-marks';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';
import { blockedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import type { Place } from '@/lib/trace/timeline';
import { walkLine } from './controls';
import { playingTime } from './player';
import { runOf } from './run';
import { controlledFrames } from './testing/frames';
import { Timeline } from './timeline';
import { ViewStore } from './view-store';

const overlapping = overlappingTrace();
const blocked = blockedTrace();
const frames = controlledFrames();

beforeEach(() => frames.install());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = (key: string) => fireEvent.keyDown(screen.getByRole('slider'), { key });
const spoken = () => screen.getByRole('slider').getAttribute('aria-valuetext');
const told = () =>
  within(screen.getByRole('group', { name: 'Now, at the playhead' })).getByRole('status').textContent;

describe('playing', () => {
  test('renders nothing in a frame that stays within one moment, and once at most where it does not', () => {
    const store = new ViewStore();
    const { timeline } = runOf(overlapping);
    let renders = 0;
    render(
      <Profiler
        id="timeline"
        onRender={() => {
          renders += 1;
        }}
      >
        <Timeline trace={overlapping} view={store} />
      </Profiler>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => frames.advance(16));
    let framesWithin = 0;
    let rendersWithin = 0;
    let crossings = 0;
    let rendersAtCrossings = 0;
    const duration = 1000 * playingTime(runOf(overlapping));
    for (let elapsed = 0; elapsed < duration * 0.95; elapsed += 16) {
      const [momentBefore, rendersBefore] = [changeAt(timeline, store.position), renders];
      act(() => frames.advance(16));
      if (changeAt(timeline, store.position) === momentBefore) {
        framesWithin += 1;
        rendersWithin += renders - rendersBefore;
      } else {
        crossings += 1;
        rendersAtCrossings += renders - rendersBefore;
      }
    }
    expect(framesWithin).toBeGreaterThan(300);
    expect(rendersWithin).toBe(0);
    expect(crossings).toBeGreaterThan(10);
    expect(rendersAtCrossings).toBeLessThanOrEqual(crossings);
  });

  test('moves the playhead, the slider and the clock all the same', () => {
    const { container } = render(<Timeline trace={overlapping} />);
    const head = () => container.querySelector<HTMLElement>('[data-playhead-lane] > div')?.style.transform;
    fireEvent.click(screen.getByRole('button', { name: 'Play' }));
    act(() => frames.advance(16));
    const before = head();
    act(() => frames.advance(400));
    expect(head()).not.toBe(before);
    expect(Number(screen.getByRole<HTMLInputElement>('slider').value)).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(frames.waiting()).toBe(0);
  });
});

describe('the keyboard', () => {
  test('arrows step through the headlines, both ways', () => {
    render(<Timeline trace={blocked} />);
    press('ArrowRight');
    press('ArrowRight');
    expect(told()).toBe('Request A goes in through RequestTimer.');
    press('ArrowLeft');
    expect(told()).toBe('The loop is handed to request A.');
  });

  test('page keys jump to the hand-overs of the loop', () => {
    render(<Timeline trace={blocked} />);
    press('PageDown');
    press('PageDown');
    expect(told()).toBe('The loop is handed to request B.');
    press('PageUp');
    expect(told()).toBe('The loop is handed to request A.');
  });

  test('home and end go to the ends, and the slider says where it stands', () => {
    render(<Timeline trace={blocked} />);
    press('End');
    expect(spoken()).toMatch(/^600 of 600 ms/);
    press('Home');
    for (let step = 0; step < 3; step += 1) press('ArrowRight');
    expect(spoken()).toBe('0 of 600 ms, loop blocked by request A, RequestTimer line 8');
  });

  test('with the plumbing shown, steps stop at every event', () => {
    render(<Timeline trace={blocked} />);
    fireEvent.click(screen.getByRole('checkbox'));
    press('ArrowRight');
    expect(told()).toBe('A task is made for request A: request A.');
  });
});

describe('the editor and the timeline', () => {
  test('are told the same marks once per change', () => {
    const calls: (readonly LineMark[])[] = [];
    render(<Timeline trace={overlapping} onMarks={(marks) => calls.push(marks)} />);
    expect(calls).toEqual([[]]);
    press('ArrowRight');
    press('ArrowRight');
    expect(calls.at(-1)).toMatchObject([{ line: 6, kind: 'current', request: 'A' }]);
    const count = calls.length;
    press('Home');
    press('Home');
    expect(calls.length).toBeLessThanOrEqual(count + 1);
  });

  test('a click on a mark leads to its line and its moment', () => {
    const places: Place[] = [];
    const { container } = render(<Timeline trace={blocked} onSelectPlace={(place) => places.push(place)} />);
    const mark = container.querySelector('rect[data-line="8"]');
    if (!mark) throw new Error('no mark on line 8');
    fireEvent.click(mark);
    expect(places).toEqual([{ file: 'middleware.py', line: 8 }]);
    expect(told()).toMatch(/blocks the loop/);
  });

  test('a line walks its events from outside', () => {
    const store = new ViewStore();
    render(<Timeline trace={blocked} view={store} />);
    const place = { file: 'middleware.py', line: 8 };
    act(() => void walkLine(store, blocked, place));
    expect(told()).toMatch(/^Request A blocks/);
    act(() => void walkLine(store, blocked, place));
    expect(told()).toMatch(/^Request A no longer blocks/);
    expect(walkLine(store, blocked, { file: 'middleware.py', line: 99 })).toBe(false);
  });
});

describe('the now', () => {
  test('names the holder and the ready queue in order', () => {
    render(<Timeline trace={blocked} />);
    for (let step = 0; step < 5; step += 1) press('ArrowRight');
    const now = within(screen.getByRole('group', { name: /^Now/ }));
    expect(now.getByText('Blocked by')).toBeTruthy();
    expect(now.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Request B since 10 ms',
      'Request C since 20 ms',
    ]);
  });
});

describe('the story', () => {
  test('is a table with one row per event once the plumbing is shown', () => {
    render(<Timeline trace={overlapping} />);
    fireEvent.click(screen.getByRole('button', { name: 'Story' }));
    fireEvent.click(screen.getByRole('checkbox'));
    expect(screen.getAllByRole('row')).toHaveLength(overlapping.events.length + 1);
  });

  test('marks the row of the playhead, and a row moves the playhead', () => {
    render(<Timeline trace={blocked} />);
    fireEvent.click(screen.getByRole('button', { name: 'Story' }));
    fireEvent.click(screen.getByRole('button', { name: /Request C arrives/ }));
    const current = screen.getAllByRole('row').filter((row) => row.getAttribute('aria-current') === 'step');
    expect(current).toHaveLength(1);
    expect(current[0]?.textContent).toMatch(/Request C arrives/);
  });
});

describe('authored stops', () => {
  const stops = [
    { at: { event: 'layer-enter', request: 'B' }, caption: 'B goes in.' },
    { at: 100_000, caption: 'All wait.' },
  ] as const;

  test('are walked with their captions', () => {
    render(<Timeline trace={overlapping} stops={stops} />);
    fireEvent.click(screen.getByRole('button', { name: 'First stop' }));
    expect(screen.getByText('B goes in.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Next stop' }));
    expect(screen.getByText('All wait.')).toBeTruthy();
    expect(spoken()).toBe('100 of 220 ms, loop idle');
  });
});

describe('what can go wrong', () => {
  test('a run in which nothing happened says so', () => {
    render(<Timeline trace={new TraceBuilder(['view']).build()} />);
    expect(screen.getByText('Nothing happened in this run.')).toBeTruthy();
  });

  test('another trace starts at its own beginning', () => {
    const store = new ViewStore();
    const { rerender } = render(<Timeline trace={overlapping} view={store} />);
    press('End');
    rerender(<Timeline trace={blocked} view={store} />);
    expect(store.position).toBe(0);
    expect(screen.getByRole('list', { name: 'What blocked the loop' }).children).toHaveLength(3);
  });

  test('folding a request hides its layers and nothing else', () => {
    render(<Timeline trace={overlapping} />);
    expect(screen.getAllByText('RequestTimer')).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Layers of request B' }));
    expect(screen.getAllByText('RequestTimer')).toHaveLength(2);
    expect(screen.getByText('Request B')).toBeTruthy();
  });
});
