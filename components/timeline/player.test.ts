// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { derive } from '@/lib/trace/derive';
import { resolveStops } from '@/lib/trace/stops';
import { overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { play, playingTime } from './player';
import { runOf } from './run';
import { controlledFrames } from './testing/frames';
import { ViewStore } from './view-store';

const trace = overlappingTrace();
const run = runOf(trace);
const frames = controlledFrames();

describe('playback', () => {
  beforeEach(() => frames.install());
  afterEach(() => vi.unstubAllGlobals());

  function start(options: Partial<Parameters<typeof play>[2]> = {}) {
    const store = new ViewStore();
    store.change({ playing: true });
    const stop = play(store, run, { stops: [], reducedMotion: false, ...options });
    return { store, stop };
  }

  test('moves forward on every frame and ends at the end of the run', () => {
    const { store } = start();
    let before = -1;
    frames.advance(16);
    for (let frame = 0; frame < 20; frame += 1) {
      frames.advance(100);
      expect(store.position).toBeGreaterThan(before);
      before = store.position;
    }
    frames.advance(1000 * playingTime(run));
    expect(store.position).toBe(run.timeline.end);
    expect(store.view.playing).toBe(false);
    expect(frames.waiting()).toBe(0);
  });

  test('goes twice as far at twice the speed', () => {
    const slow = start();
    frames.advance(16);
    frames.advance(500);
    slow.stop();
    const fast = start();
    fast.store.change({ speed: 2 });
    frames.advance(16);
    frames.advance(250);
    expect(fast.store.position).toBeCloseTo(slow.store.position, 6);
  });

  test('pauses at an authored stop, and goes on from there', () => {
    const stops = resolveStops(derive(trace), [{ at: 5_000, caption: 'Between A and B.' }]);
    const { store } = start({ stops });
    frames.advance(16);
    frames.advance(1000 * playingTime(run));
    expect(store.position).toBe(stops[0]?.position);
    expect(store.view.playing).toBe(false);
    store.change({ playing: true });
    play(store, run, { stops, reducedMotion: false });
    frames.advance(16);
    frames.advance(200);
    expect(store.position).toBeGreaterThan(stops[0]?.position ?? 0);
  });

  test('with reduced motion jumps from headline to headline', () => {
    const { store } = start({ reducedMotion: true });
    const seen = new Set<number>();
    frames.advance(16);
    for (let frame = 0; frame < 400; frame += 1) {
      frames.advance(50);
      seen.add(store.position);
    }
    const allowed = new Set<number>([0, run.timeline.end, ...run.moments.headlines]);
    expect(seen.size).toBeGreaterThan(5);
    for (const position of seen) expect(allowed).toContain(position);
  });
});
