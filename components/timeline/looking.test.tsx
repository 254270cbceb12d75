// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { valueAt } from '@/lib/trace/axis';
import { isWhole, lengthOf } from '@/lib/trace/axis-window';
import { blockedTrace } from '@/lib/trace/testing/sample-traces';
import { scrub } from './controls';
import { Minimap, SelectionPanel } from './lazy-tools';
import { followLink, linkOf } from './linking';
import { look, lookBetween, pan, showAxis, windowShown, zoom } from './looking';
import { playingTime } from './player';
import { axisShown, runOf } from './run';
import { controlledFrames } from './testing/frames';
import { manyRequests } from './testing/many-requests';
import { Timeline } from './timeline';
import { ViewStore } from './view-store';
import { Viewport } from './viewport';

const blocked = blockedTrace();
const run = runOf(blocked);
const frames = controlledFrames();

// What is fetched when it is first wanted is here already: no test waits for a module.
beforeAll(async () => {
  await Promise.all([Minimap.fetch(), SelectionPanel.fetch()]);
});
beforeEach(() => frames.install());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Renders a timeline and counts how often React renders any of it. */
function counted(trace = blocked) {
  const store = new ViewStore();
  const count = { renders: 0 };
  const view = render(
    <Profiler
      id="timeline"
      onRender={() => {
        count.renders += 1;
      }}
    >
      <Timeline trace={trace} view={store} />
    </Profiler>,
  );
  return { store, count, ...view };
}

const lanes = () => screen.getByRole('group', { name: /^Lanes/ });

describe('the window', () => {
  test('is moved by keys and by buttons alike', async () => {
    const { store } = counted();
    const axis = axisShown(run, store.view);
    const length = () => lengthOf(windowShown(store, run));
    fireEvent.keyDown(lanes(), { key: 'w' });
    const closer = length();
    expect(closer).toBeLessThan(axis.length);
    fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(length()).toBeLessThan(closer);
    const before = windowShown(store, run).start;
    fireEvent.keyDown(lanes(), { key: 'd' });
    expect(windowShown(store, run).start).toBeGreaterThan(before);
    fireEvent.keyDown(lanes(), { key: 'a' });
    expect(windowShown(store, run).start).toBeCloseTo(before, 9);
    fireEvent.click(await screen.findByRole('button', { name: 'Fit' }));
    expect(isWhole(axis, windowShown(store, run))).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Zoom out' }).disabled).toBe(true);
  });

  test('is a pair of sliders once only a part of the run is seen', async () => {
    const { store } = counted();
    expect(screen.queryByRole('slider', { name: 'Start of the window' })).toBeNull();
    act(() => showAxis(store, run, { axis: 'time' }));
    act(() => look(store, run, { start: 150_000, end: 300_000 }));
    const start = await screen.findByRole<HTMLInputElement>('slider', { name: 'Start of the window' });
    expect(start.getAttribute('aria-valuetext')).toBe('150 ms');
    fireEvent.input(screen.getByRole('slider', { name: 'End of the window' }), { target: { value: '7500' } });
    expect(windowShown(store, run)).toEqual({ start: 150_000, end: 450_000 });
    fireEvent.input(start, { target: { value: '9000' } });
    expect(windowShown(store, run).start).toBeLessThan(windowShown(store, run).end);
  });

  test('shows the same moments on the other axis', () => {
    const { store } = counted();
    const [, hold] = run.timeline.holds;
    if (!hold) throw new Error('the run blocks more than once');
    act(() => lookBetween(store, run, hold.begin, hold.end));
    fireEvent.click(screen.getByRole('button', { name: 'Time' }));
    const { start, end } = windowShown(store, run);
    expect(start).toBeLessThanOrEqual(200_000);
    expect(end).toBeGreaterThanOrEqual(400_000);
    expect(end - start).toBeLessThan(500_000);
  });

  test('follows a playhead that leaves it', () => {
    const { store } = counted();
    act(() => showAxis(store, run, { axis: 'time' }));
    act(() => look(store, run, { start: 0, end: 100_000 }));
    fireEvent.keyDown(lanes(), { key: 'End' });
    expect(windowShown(store, run).end).toBe(600_000);
  });

  test('can be shared by two figures', () => {
    const viewport = new Viewport();
    const [one, other] = [new ViewStore({ viewport }), new ViewStore({ viewport })];
    showAxis(one, run, { axis: 'time' });
    showAxis(other, run, { axis: 'time' });
    look(one, run, { start: 100_000, end: 200_000 });
    expect(windowShown(other, run)).toEqual({ start: 100_000, end: 200_000 });
    expect(other.position).toBe(0);
  });
});

describe('React renders nothing', () => {
  test('while the window moves within what is drawn', () => {
    const { store, count, container } = counted();
    act(() => showAxis(store, run, { axis: 'time' }));
    act(() => look(store, run, { start: 200_000, end: 300_000 }));
    const stage = () =>
      [...container.querySelectorAll<HTMLElement>('[data-live] div')].filter((own) => own.style.transform);
    const before = stage().map((own) => own.style.transform);
    const { renders } = count;
    for (let step = 0; step < 20; step += 1) act(() => pan(store, run, 0.02));
    expect(count.renders).toBe(renders);
    expect(stage().map((own) => own.style.transform)).not.toEqual(before);
  });

  test.each([3, 300])('in any frame of playing %i requests but at a reader’s pace', (requests) => {
    const trace = manyRequests(requests);
    const { store, count } = counted(trace);
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    act(() => store.change({ playing: true, speed: 1 }));
    act(() => frames.advance(16));
    const { renders } = count;
    const seconds = Math.min(playingTime(runOf(trace)) * 0.9, 8);
    let moved = 0;
    for (let frame = 0; frame < seconds * 60; frame += 1) {
      const before = store.position;
      now += 16;
      act(() => frames.advance(16));
      if (store.position !== before) moved += 1;
    }
    expect(moved).toBeGreaterThan(seconds * 50);
    // Words follow at most every 120 ms: never once a frame.
    expect(count.renders - renders).toBeLessThanOrEqual(Math.ceil((seconds * 1000) / 120) + 2);
  });

  test('in any movement of scrubbing but at a reader’s pace', () => {
    const trace = manyRequests(300);
    const { store, count } = counted(trace);
    vi.spyOn(performance, 'now').mockImplementation(() => 0);
    act(() => scrub(store, runOf(trace), 0));
    const { renders } = count;
    for (let step = 1; step <= 200; step += 1) act(() => scrub(store, runOf(trace), step / 200));
    expect(store.position).toBe(runOf(trace).timeline.end);
    expect(count.renders - renders).toBeLessThanOrEqual(1);
  });
});

describe('a link', () => {
  test('leads back to the same moment, axis, window and selection', () => {
    const { store } = counted();
    act(() => showAxis(store, run, { axis: 'time' }));
    act(() => look(store, run, { start: 150_000, end: 300_000 }));
    act(() => store.seek(12.5));
    act(() => store.change({ selection: { row: 'request-1', from: 9 } }));
    const link = linkOf(store, run, { address: '/timeline/', run: 'unit/example' });
    cleanup();
    const again = counted().store;
    act(() => followLink(again, run, link));
    expect(again.position).toBe(12.5);
    expect(again.view).toMatchObject({ axis: 'time', selection: { row: 'request-1', from: 9 } });
    expect(windowShown(again, run)).toEqual({ start: 150_000, end: 300_000 });
    expect(linkOf(again, run, { address: '/timeline/', run: 'unit/example' })).toEqual(link);
  });

  test('opens whatever its selection is folded into', async () => {
    const trace = manyRequests(60);
    const { store } = counted(trace);
    const many = runOf(trace);
    expect(screen.queryByText('Request 31')).toBeNull();
    const from = many.timeline.groups[30]?.track.start[0] ?? 0;
    act(() => followLink(store, many, { axis: 'steps', row: 'request-30', mark: from }));
    expect(screen.getAllByText('Request 31').length).toBeGreaterThan(0);
    expect((await screen.findByRole('group', { name: 'Selected' })).textContent).toMatch(
      /^Request 31: ready/,
    );
  });

  test('beyond the end of the run leads to its end', () => {
    const { store } = counted();
    act(() => followLink(store, run, { axis: 'steps', at: 1e9, from: 0, to: 1e9 }));
    expect(store.position).toBe(run.timeline.end);
    expect(valueAt(axisShown(run, store.view), store.position)).toBe(windowShown(store, run).end);
  });
});

test('zooming goes around the playhead while it is in sight', () => {
  const store = new ViewStore();
  showAxis(store, run, { axis: 'time' });
  store.seek(run.timeline.end);
  zoom(store, run, 2);
  expect(windowShown(store, run)).toEqual({ start: 300_000, end: 600_000 });
});
