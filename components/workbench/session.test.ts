// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withFiles } from '@/lib/simulator/editable-files';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { SimulatorError } from '@/lib/simulator/simulator';
import { buildTrace } from '@/tests/support/trace';
import { MemoryRecord, ScriptedSimulator } from '@/tests/support/workbench';
import { leaveNote } from './parting-note';
import { Session, type SessionRecord } from './session';

const seed = { 'layer_1.py': 'seed' };
const scenario: ScenarioInput = { id: 'one', layers: ['layer_1.Simple'], files: seed, requests: [] };

const open = (record: SessionRecord, simulator = new ScriptedSimulator(), scenarios = [scenario]) =>
  Session.open({
    id: 'unit/example',
    scenariosOf: (files) => scenarios.map((one) => withFiles(one, files)),
    seed,
    record,
    simulator,
  });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

describe('drafts', () => {
  it('writes the draft once typing rests, not at each key', async () => {
    const record = new MemoryRecord();
    const session = await open(record);
    session.edit('layer_1.py', 's');
    session.edit('layer_1.py', 'se');
    expect(record.drafts.size).toBe(0);
    await vi.advanceTimersByTimeAsync(400);
    expect(record.drafts.get('unit/example')?.files).toEqual({ 'layer_1.py': 'se' });
  });

  it('opens with what was typed before', async () => {
    const record = new MemoryRecord();
    const before = await open(record);
    before.edit('layer_1.py', 'typed');
    await before.close();
    expect((await open(record)).getState().files).toEqual({ 'layer_1.py': 'typed' });
  });

  it('opens with what was typed in the last moment before the page went', async () => {
    const record = new MemoryRecord();
    const before = await open(record);
    before.edit('layer_1.py', 'last words');
    record.writeDraft = () => new Promise(() => undefined);
    before.leave();
    const after = await open(new MemoryRecord());
    expect(after.getState().files).toEqual({ 'layer_1.py': 'last words' });
  });

  it('leaves a note of what it was writing when the page went', async () => {
    const record = new MemoryRecord();
    const before = await open(record);
    before.edit('layer_1.py', 'last words');
    record.writeDraft = () => new Promise(() => undefined);
    void before.keep();
    await vi.advanceTimersByTimeAsync(1);
    before.leave();
    const after = await open(new MemoryRecord());
    expect(after.getState().files).toEqual({ 'layer_1.py': 'last words' });
  });

  it('takes a note of one file, typed before the session was there, over the rest of the draft', async () => {
    const record = new MemoryRecord();
    const files = { 'layer_1.py': 'seed', 'views.py': 'drafted' };
    record.drafts.set('unit/example', { files, savedAt: 0, history: [] });
    leaveNote('unit/example', { 'layer_1.py': 'typed' });
    const session = await Session.open({
      id: 'unit/example',
      scenariosOf: (files) => [withFiles(scenario, files)],
      seed: { 'layer_1.py': 'seed', 'views.py': 'seed' },
      record,
      simulator: new ScriptedSimulator(),
    });
    expect(session.getState().files).toEqual({ 'layer_1.py': 'typed', 'views.py': 'drafted' });
  });

  it('leaves no note where nothing is unsaved', async () => {
    const session = await open(new MemoryRecord());
    session.edit('layer_1.py', 'typed');
    await session.keep();
    session.leave();
    expect(localStorage.length).toBe(0);
  });

  it('fills in files that a draft from an older course does not have', async () => {
    const record = new MemoryRecord();
    record.drafts.set('unit/example', { files: { 'gone.py': 'x' }, savedAt: 0, history: [] });
    expect((await open(record)).getState().files).toEqual(seed);
  });

  it('undoes a reset, and redoes it', async () => {
    const record = new MemoryRecord();
    const session = await open(record);
    session.edit('layer_1.py', 'typed');
    await session.reset();
    expect(session.getState()).toMatchObject({ files: seed, undo: 'Undo reset' });
    await session.undo();
    expect(session.getState()).toMatchObject({ files: { 'layer_1.py': 'typed' }, undo: 'Redo' });
    await session.undo();
    expect(session.getState().files).toEqual(seed);
  });

  it('keeps what was typed after a reset when the reset is undone', async () => {
    const record = new MemoryRecord();
    const session = await open(record);
    session.edit('layer_1.py', 'first');
    await session.reset();
    session.edit('layer_1.py', 'second');
    await session.undo();
    expect(session.getState().files).toEqual({ 'layer_1.py': 'first' });
    expect(record.drafts.get('unit/example')?.history[0]?.files).toEqual({ 'layer_1.py': 'second' });
  });

  it('follows another tab when nothing here is unsaved', async () => {
    const record = new MemoryRecord();
    const here = await open(record);
    const there = await open(record);
    there.edit('layer_1.py', 'theirs');
    await there.keep();
    await vi.advanceTimersByTimeAsync(0);
    expect(here.getState()).toMatchObject({
      files: { 'layer_1.py': 'theirs' },
      undo: 'Undo the change from another tab',
    });
  });

  it('keeps both when two tabs typed at once', async () => {
    const record = new MemoryRecord();
    const here = await open(record);
    const there = await open(record);
    here.edit('layer_1.py', 'mine');
    there.edit('layer_1.py', 'theirs');
    await there.keep();
    await here.keep();
    const draft = record.drafts.get('unit/example');
    expect(draft?.files).toEqual({ 'layer_1.py': 'mine' });
    expect(draft?.history.map(({ files }) => files['layer_1.py'])).toContain('theirs');
  });
});

describe('runs', () => {
  it('runs every scenario with the present texts', async () => {
    const record = new MemoryRecord();
    const simulator = new ScriptedSimulator();
    const session = await open(record, simulator, [scenario, { ...scenario, id: 'two' }]);
    session.edit('layer_1.py', 'typed');
    await session.run();
    expect(simulator.runs.map(({ id, files }) => [id, files])).toEqual([
      ['one', { 'layer_1.py': 'typed' }],
      ['two', { 'layer_1.py': 'typed' }],
    ]);
    expect(session.getState()).toMatchObject({
      run: { kind: 'done' },
      finished: { number: 1, files: { 'layer_1.py': 'typed' } },
    });
  });

  it('keeps the run before the last one, with its texts', async () => {
    const session = await open(new MemoryRecord());
    await session.run();
    expect(session.getState().earlier).toBeNull();
    session.edit('layer_1.py', 'typed');
    await session.run();
    expect(session.getState()).toMatchObject({
      earlier: { number: 1, files: seed },
      finished: { number: 2, files: { 'layer_1.py': 'typed' } },
    });
  });

  it('reports what the simulator says, and the next run works', async () => {
    const record = new MemoryRecord();
    const simulator = new ScriptedSimulator();
    simulator.answer = async () => Promise.reject(new SimulatorError('timeout', 'Stopped after 10 s.'));
    const session = await open(record, simulator);
    await session.run();
    expect(session.getState().run).toMatchObject({
      kind: 'failed',
      problem: { explanation: 'Stopped after 10 s.' },
    });
    simulator.answer = async () => ({ trace: buildTrace(), wallMilliseconds: 5 });
    await session.run();
    expect(session.getState().run.kind).toBe('done');
  });

  it('makes a sentence of an error that nobody expected', async () => {
    const record = new MemoryRecord();
    const simulator = new ScriptedSimulator();
    simulator.answer = async () => Promise.reject(new Error('lost'));
    const session = await open(record, simulator);
    await session.run();
    expect(session.getState().run).toMatchObject({
      kind: 'failed',
      problem: { explanation: 'The run failed: Error: lost. Press Run to try again.' },
    });
  });

  it('hands the wish to cancel to the simulator', async () => {
    const record = new MemoryRecord();
    const simulator = new ScriptedSimulator();
    simulator.answer = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new SimulatorError('cancelled', 'Cancelled.')));
      });
    const session = await open(record, simulator);
    const running = session.run();
    session.cancel();
    await running;
    expect(session.getState().run).toMatchObject({ kind: 'failed', problem: { severity: 'notice' } });
  });
});
