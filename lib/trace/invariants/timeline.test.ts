/** No invariant of a timeline is empty: each notices a timeline that is broken in its own way. */
import { expect, test } from 'vitest';
import { derive } from '../derive';
import { blockedTrace, overlappingTrace } from '../testing/sample-traces';
import type { RequestGroup, StateTrack, Timeline } from '../timeline';
import {
  loopAddsUp,
  onlyLoopsAreBlocked,
  statesAddUp,
  storyTellsAll,
  tracksTile,
  waitsFitTheirHold,
} from './timeline';

const sound = derive(blockedTrace());

/** The timeline with the first request's track replaced. */
function withTrack(timeline: Timeline, change: (track: StateTrack) => StateTrack): Timeline {
  const [first, ...others] = timeline.groups;
  if (first === undefined) throw new Error('no request');
  const changed: RequestGroup = { ...first, track: change(first.track) };
  return { ...timeline, groups: [changed, ...others] };
}

test('two tiles that overlap', () => {
  const overlapping = withTrack(sound, (track) => ({ ...track, start: track.start.toReversed() }));
  expect(tracksTile(overlapping)).toEqual(['request A does not tile']);
});

test('a life that goes on after the run', () => {
  const beyond = withTrack(sound, (track) => ({ ...track, end: sound.end + 1 }));
  expect(tracksTile(beyond)).toEqual(['request A does not tile']);
});

test('a loop that is busy for longer than the run', () => {
  const times = sound.times.map((time, moment) => (moment === sound.end ? 0 : time));
  expect(loopAddsUp({ ...sound, times })[0]).toMatch(/^the loop is busy for 600000 and idle for -600000/);
});

test('a hold in a worker thread', () => {
  const worker = { id: 9, kind: 'pool', name: 'pool', request: null } as const;
  const holds = sound.holds.map((hold) => ({ ...hold, loop: worker }));
  expect(onlyLoopsAreBlocked({ ...sound, holds })).toHaveLength(holds.length);
});

test('a stretch of a life that is in no state', () => {
  const gap = withTrack(derive(overlappingTrace()), (track) => ({
    ...track,
    state: track.state.map((state) => (state === 'suspended' ? ('unheard-of' as never) : state)),
  }));
  expect(statesAddUp(gap)[0]).toMatch(/^the states of request A make 4 of its 2000\d\d microseconds$/);
});

test('a wait that is longer than the hold it was for', () => {
  const holds = sound.holds.map((hold) => ({ ...hold, duration: 1 }));
  expect(waitsFitTheirHold({ ...sound, holds })[0]).toBe(
    'request B waited 190000 in a hold of 1 microseconds',
  );
});

test('a story that tells an event twice', () => {
  const events = sound.trace.events.map((event) => (event.seq === 4 ? { ...event, seq: 3 } : event));
  expect(storyTellsAll({ ...sound, trace: { ...sound.trace, events } })).toEqual([
    'the story stumbles at event 3',
  ]);
});
