// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { SimulatorError } from '@/lib/simulator/simulator';
import { blockedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { buildTrace, pythonError } from '@/tests/support/trace';
import { MemoryRecord, ScriptedSimulator } from '@/tests/support/workbench';
import { Workbench } from './workbench';

let simulator: ScriptedSimulator;
let record: MemoryRecord;
vi.mock('@/lib/simulator/client', () => ({ getSimulator: () => simulator }));
vi.mock('@/lib/progress/open-record', () => ({ openRecord: async () => record }));

const SEED = 'def layer(get_response): ...';
const scenario: ScenarioInput = {
  id: 'one',
  layers: ['middleware.layer'],
  files: { 'middleware.py': SEED },
  requests: [{ id: 'A', path: '/' }],
};

const bench = () => (
  <Workbench
    id="unit/example"
    scenario={scenario}
    recordingUrl="/recordings/unit/example.json"
    highlighted={{}}
    staticTimeline={<p>The figure of the server</p>}
  />
);
const run = () => fireEvent.click(screen.getByRole('button', { name: 'Run' }));
const type = (text: string) => {
  fireEvent.click(screen.getByText(SEED));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
};

beforeEach(() => {
  simulator = new ScriptedSimulator();
  record = new MemoryRecord();
  window.matchMedia = vi.fn().mockReturnValue({ matches: false });
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('before anything is asked of it', () => {
  it('shows the code and the figure, and fetches no interpreter', () => {
    render(bench());
    expect(screen.getByText(SEED)).toBeDefined();
    expect(screen.getByText('The figure of the server')).toBeDefined();
    expect(simulator.warmed).toBe(false);
  });

  it('fetches the interpreter when the learner turns to the code', async () => {
    render(bench());
    fireEvent.click(screen.getByText(SEED));
    await waitFor(() => expect(simulator.warmed).toBe(true));
  });

  it('brings back an edit from an earlier visit', async () => {
    record.drafts.set('unit/example', { files: { 'middleware.py': 'mine' }, savedAt: 0, history: [] });
    render(bench());
    expect(await screen.findByText('mine')).toBeDefined();
  });
});

describe('a run', () => {
  it('shows what the run did, and sums it up', async () => {
    simulator.answer = async () => ({ trace: blockedTrace(), wallMilliseconds: 800 });
    render(bench());
    run();
    expect(await screen.findByText('Your run')).toBeDefined();
    expect(await screen.findByRole('region', { name: 'Responses' })).toBeDefined();
    expect(screen.getByText(/^Run 1: 3 × 200\. .*computed in 0\.8 s/)).toBeDefined();
  });

  it('runs what was typed, and says when the text has moved on since', async () => {
    render(bench());
    type('first');
    run();
    expect(await screen.findByText('Your run')).toBeDefined();
    expect(simulator.runs.map(({ files }) => files)).toEqual([{ 'middleware.py': 'first' }]);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'second' } });
    expect(await screen.findByText(/You edited the code since/)).toBeDefined();
  });

  it('tells how far the download is, and can be cancelled', async () => {
    simulator.answer = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () =>
          reject(new SimulatorError('cancelled', 'Press Run to start again.')),
        );
      });
    render(bench());
    run();
    await waitFor(() => expect(simulator.runs).toHaveLength(1));
    act(() =>
      simulator.show({ kind: 'downloading', fraction: 0.5, bytes: 4_400_000, totalBytes: 8_800_000 }),
    );
    expect(await screen.findByText('Fetching Python: 4.4 of 8.8 MB')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText('Press Run to start again.')).toBeDefined();
  });

  it('that fails says how to go on, and the next one works', async () => {
    simulator.answer = async () => Promise.reject(new SimulatorError('timeout', 'Stopped after 10 s.'));
    render(bench());
    run();
    expect(await screen.findByText('Stopped after 10 s.')).toBeDefined();
    simulator.answer = async () => ({ trace: buildTrace(), wallMilliseconds: 5 });
    run();
    expect(await screen.findByText('Your run')).toBeDefined();
    expect(screen.queryByText('Stopped after 10 s.')).toBeNull();
  });

  it('explains an error at its line, which a press shows, with Python’s words folded away', async () => {
    const error = pythonError('ValueError', 'boom', [
      { file: 'django.core.handlers.base', line: 9, origin: 'django' },
      { file: 'middleware.py', line: 1 },
    ]);
    simulator.answer = async () => ({
      trace: buildTrace({ requests: [], outcome: { kind: 'startup-error', error } }),
      wallMilliseconds: 5,
    });
    const { container } = render(bench());
    run();
    const link = await screen.findByRole('button', { name: 'line 1 of middleware.py' });
    expect(screen.getByText('Django did not start, so there is no run to show.')).toBeDefined();
    expect(screen.getByText('What Python says, with 1 step inside the framework')).toBeDefined();
    expect(container.querySelector('details')?.open).toBe(false);
    fireEvent.click(link);
    expect(container.querySelector('[data-kind="revealed"]')).not.toBeNull();
  });

  it('cannot be had where the browser cannot do it, and the page says why', async () => {
    simulator.stage = { kind: 'unsupported', reason: 'Chrome, Edge or a newer Safari runs the code.' };
    render(bench());
    fireEvent.click(screen.getByText(SEED));
    expect(await screen.findByText('Chrome, Edge or a newer Safari runs the code.')).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).disabled).toBe(true);
  });
});

describe('two runs', () => {
  it('can be compared after the second, on demand', async () => {
    simulator.answer = async () => ({ trace: blockedTrace(), wallMilliseconds: 5 });
    render(bench());
    run();
    expect(await screen.findByText('Your run')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Compare with the run before' })).toBeNull();
    simulator.answer = async () => ({ trace: overlappingTrace(), wallMilliseconds: 5 });
    run();
    const offer = await screen.findByRole('button', { name: 'Compare with the run before' });
    expect(screen.queryByRole('group', { name: 'Two runs compared' })).toBeNull();
    fireEvent.click(offer);
    expect(await screen.findByRole('group', { name: 'Two runs compared' })).toBeDefined();
    expect(screen.getByText(/^Request C answers 380 ms sooner: nothing holds the event loop/)).toBeDefined();
  });

  it('of which the first never started have nothing to compare', async () => {
    const error = pythonError('ValueError', 'boom');
    simulator.answer = async () => ({
      trace: buildTrace({ requests: [], outcome: { kind: 'startup-error', error } }),
      wallMilliseconds: 5,
    });
    render(bench());
    run();
    expect(await screen.findByText(/Django did not start, so/)).toBeDefined();
    simulator.answer = async () => ({ trace: overlappingTrace(), wallMilliseconds: 5 });
    run();
    expect(await screen.findByText(/^Run 2: /)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Compare with the run before' })).toBeNull();
  });
});

describe('the text', () => {
  it('can be reset, and the reset undone', async () => {
    render(bench());
    type('mine');
    const field = screen.getByRole<HTMLTextAreaElement>('textbox');
    fireEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await waitFor(() => expect(field.value).toBe(SEED));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo reset' }));
    await waitFor(() => expect(field.value).toBe('mine'));
  });

  it('that was typed before the record answered is kept', async () => {
    render(bench());
    type('quick');
    await waitFor(() =>
      expect(record.drafts.get('unit/example')?.files).toEqual({ 'middleware.py': 'quick' }),
    );
  });
});

it('plays the recorded run without an interpreter', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(blockedTrace())));
  render(bench());
  fireEvent.click(screen.getByRole('button', { name: 'Play this run' }));
  expect(await screen.findByRole('group', { name: 'Timeline of the run' })).toBeDefined();
  expect(screen.getByText('Recorded run of this code')).toBeDefined();
  expect(simulator.runs).toHaveLength(0);
});
