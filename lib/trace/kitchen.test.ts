import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import { ordersInside, type Scene, scenesOf } from './kitchen';
import { partsOf, sceneWords } from './kitchen-words';
import { tellingChange } from './lasting-changes';
import type { Trace } from './schema';
import { TraceBuilder } from './testing/build-trace';
import { blockedTrace, mixedTrace, overlappingTrace } from './testing/sample-traces';

const stations = ({ orders }: Scene): string =>
  orders.map(({ group, at }) => `${group.request?.id} ${at}`).join(', ');

function sceneIn(trace: Trace, wanted: string): Scene {
  const found = scenesOf(derive(trace)).find((scene) => stations(scene) === wanted);
  if (found === undefined) throw new Error(`no scene with ${wanted}`);
  return found;
}

describe('a run as a kitchen', () => {
  test('what is awaited is in the oven, and the chef is free', () => {
    const scene = sceneIn(overlappingTrace(), 'A oven, B oven, C oven');
    expect(scene.chef).toBe('rests');
    expect(scene.orders[0]).toMatchObject({ what: 'asyncio.sleep(0.2)', place: { line: 8 } });
  });

  test('while the chef stares at a pot, the others hang on the rail in the order in which they came', () => {
    const scene = sceneIn(blockedTrace(), 'A pot, B rail, C rail');
    expect(scene.chef).toBe('stares');
    expect(scene.orders.map(({ slot }) => slot)).toEqual([0, 0, 1]);
  });

  test('an order that is ready and taken up in the same instant never hangs on the rail for it', () => {
    const builder = new TraceBuilder(['Timer', 'view']);
    const task = builder.arrive('A');
    builder.turn(task);
    builder.emit('layer-enter', {}, { request: 'A', task, layer: 'Timer' });
    const place = { request: 'A', task, layer: 'Timer', until: 100 };
    const cause = builder.at(0.001).suspend(task, 'timer', 'asyncio.sleep(0.1)', place);
    builder.at(100).wake(task, 'timer', cause);
    builder.turn(task);
    builder.at(100.001).emit('layer-exit', { how: 'return' }, { request: 'A', task, layer: 'Timer' });
    const scenes = scenesOf(derive(builder.build()));
    expect(scenes.map(stations)).toEqual(['A board', 'A oven', 'A board', 'A served']);
  });

  test('a helper works in the thread of its request, and only waits while the loop does the rest', () => {
    const scenes = scenesOf(derive(mixedTrace()));
    const doing = scenes.map(({ helpers }) => helpers[0]?.doing);
    expect(doing).toContain('works');
    expect(doing).toContain('waits');
    const working = scenes.find(({ helpers }) => helpers[0]?.doing === 'works');
    expect(working?.orders[0]).toMatchObject({ at: 'helper', thread: { name: 'w1' } });
  });

  test('a stay reaches from the scene in which it begins to the one in which the order is elsewhere', () => {
    const timeline = derive(blockedTrace());
    const pot = sceneIn(blockedTrace(), 'A pot, B rail, C rail').orders[0];
    const [from = 0, to = 0] = [pot?.from, pot?.to];
    expect((timeline.times[to] ?? 0) - (timeline.times[from] ?? 0)).toBe(200_000);
  });

  test('the scene that tells most has many orders in the kitchen, for long', () => {
    const timeline = derive(blockedTrace());
    const scenes = scenesOf(timeline);
    const telling = scenes[tellingChange(timeline, scenes, ordersInside)];
    expect(telling && stations(telling)).toBe('A pot, B rail, C rail');
  });
});

describe('the kitchen in words', () => {
  function wordsOf(trace: Trace, wanted: string) {
    const scenes = scenesOf(derive(trace));
    const index = scenes.findIndex((scene) => stations(scene) === wanted);
    const scene = scenes[index];
    if (scene === undefined) throw new Error(`no scene with ${wanted}`);
    return sceneWords(scene, scenes[index - 1] ?? null);
  }

  test('each scene says what has moved, in the kitchen and in the run', () => {
    expect(wordsOf(overlappingTrace(), 'A oven, B oven, C oven')).toEqual({
      kitchen: 'The chef puts C into the oven, sets a timer and turns away.',
      run: 'Request C is suspended at its await, line 8 of middleware.py (asyncio.sleep(0.2)). The loop is free.',
    });
  });

  test('a stare says who waits for no other reason', () => {
    const words = wordsOf(blockedTrace(), 'A pot, B rail, C rail');
    expect(words.kitchen).toContain('B and C hang on the rail, and nobody looks.');
  });

  test('every part of the picture says what it stands for and what it does now', () => {
    const parts = partsOf(sceneIn(blockedTrace(), 'A pot, B rail, C rail'));
    const now = Object.fromEntries(parts.map((part) => [part.name, part.now]));
    expect(now).toMatchObject({
      'The chef': 'stares at the pot of A',
      'The rail': 'B and C',
      'The oven': 'nobody',
      'The helpers': 'none in this run',
    });
  });
});
