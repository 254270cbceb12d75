// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Check, failed, passed } from '@/lib/checks';
import { SimulatorError } from '@/lib/simulator/simulator';
import { blockedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { MemoryRecord, ScriptedSimulator } from '@/tests/support/workbench';
import { Exercise } from './exercise';

let simulator: ScriptedSimulator;
let record: MemoryRecord;
vi.mock('@/lib/simulator/client', () => ({ getSimulator: () => simulator }));
vi.mock('@/lib/progress/open-record', () => ({ openRecord: async () => record }));
// jsdom packs nothing.
vi.mock('@/lib/playground/share-link', () => ({ writeShareLink: async () => '#stack=packed' }));

const SEED = 'time.sleep(0.2)';
const SOLUTION = 'await asyncio.sleep(0.2)';

/** Passes when no run blocked; points into the second stack otherwise. */
const check: Check = {
  id: 'overlap',
  title: 'Nothing blocks the loop',
  judge: (traces) =>
    traces.every(({ events }) => events.every(({ kind }) => kind !== 'block-begin'))
      ? passed('Nothing blocked.')
      : failed('Request A held the loop for 200 ms.', {
          place: { file: 'middleware.py', line: 1 },
          event: 3,
          stack: 1,
        }),
};

const exercise = (more: { readonly orders?: number } = {}) => (
  <Exercise
    {...more}
    id="e06"
    title="Unblock the loop"
    goal="Let the requests overlap."
    hints={['Who holds the loop?', 'Use `asyncio.sleep`.']}
    stacks={['Alone', 'Above Legacy'].map((title) => ({
      id: title,
      title,
      layers: ['middleware.layer'],
      requests: [{ id: 'A', path: '/' }],
    }))}
    seed={{ 'middleware.py': SEED }}
    highlighted={{}}
    loadChecks={async () => [check]}
    loadSolution={async () => ({ 'middleware.py': SOLUTION })}
    next={{ href: '/learn/next/', title: 'The next unit' }}
  />
);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  simulator = new ScriptedSimulator();
  simulator.answer = async ({ files }) => ({
    trace: files?.['middleware.py'] === SOLUTION ? overlappingTrace() : blockedTrace(),
    wallMilliseconds: 5,
  });
  record = new MemoryRecord();
  window.matchMedia = vi.fn().mockReturnValue({ matches: false });
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

describe('run and check', () => {
  it('runs every stack with the learner’s file and says what each check found', async () => {
    render(exercise());
    press('Run and check');
    const checks = await screen.findByRole('list', { name: 'Checks' });
    expect(simulator.runs.map(({ id, files }) => [id, files])).toEqual([
      ['Alone', { 'middleware.py': SEED }],
      ['Above Legacy', { 'middleware.py': SEED }],
    ]);
    expect(within(checks).getByText('Request A held the loop for 200 ms.')).toBeDefined();
    expect(screen.getByText('0 of 1 checks passed.')).toBeDefined();
  });

  it('turns to the stack in which it failed, and leads to the line', async () => {
    const { container } = render(exercise());
    press('Run and check');
    const checks = await screen.findByRole('list', { name: 'Checks' });
    const tab = screen.getByRole('tab', { name: /Above Legacy.*failed/ });
    expect(tab.getAttribute('aria-selected')).toBe('true');
    fireEvent.click(within(checks).getByRole('button', { name: 'line 1 of middleware.py' }));
    expect(container.querySelector('[data-kind="revealed"]')).not.toBeNull();
  });

  it('records the attempt, and the first success for good', async () => {
    record.drafts.set('e06', { files: { 'middleware.py': SOLUTION }, savedAt: 0, history: [] });
    render(exercise());
    await screen.findByText(SOLUTION);
    press('Run and check');
    expect(await screen.findByText(/Every check holds in both stacks/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'The next unit' })).toBeDefined();
    await waitFor(() => expect(record.exercises.get('e06')).toMatchObject({ attempts: 1 }));
    expect(record.exercises.get('e06')?.passedAt).toEqual(expect.any(Number));
  });

  it('judges nothing when a stack could not be run', async () => {
    simulator.answer = async () => Promise.reject(new SimulatorError('timeout', 'Stopped after 10 s.'));
    render(exercise());
    press('Run and check');
    expect(await screen.findByText('Stopped after 10 s.')).toBeDefined();
    expect(screen.queryByRole('list', { name: 'Checks' })).toBeNull();
    expect(record.exercises.size).toBe(0);
  });
});

describe('an exercise about a race', () => {
  /** The solution blocks in order 2, in the second stack. */
  beforeEach(() => {
    simulator.answer = async ({ id, seed }) => ({
      trace: seed === 2 && id === 'Above Legacy' ? blockedTrace() : overlappingTrace(),
      wallMilliseconds: 5,
    });
  });

  it('rejects what holds in the usual order only, shows both orders and leads to the playground', async () => {
    render(exercise({ orders: 4 }));
    press('Run and check');
    const checks = await screen.findByRole('list', { name: 'Checks' });
    const message = await within(checks).findByText(/^Order 2.* breaks “Nothing blocks the loop”/);
    expect(message.textContent).toContain('Request A held the loop for 200 ms.');
    expect(within(checks).queryByRole('button', { name: 'show it in the run' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Show both orders, one above the other' })).toBeDefined();
    const link = await screen.findByRole('link', { name: 'Open order 2 in the playground' });
    expect(link.getAttribute('href')).toMatch(/\/playground\/#stack=/);
    expect(screen.getByRole('tab', { name: /Above Legacy.*failed/ }).getAttribute('aria-selected')).toBe(
      'true',
    );
    expect(screen.queryByText('Passed.')).toBeNull();
    expect(record.exercises.get('e06')?.passedAt).toBeNull();
  });

  it('passes what holds in all that are tried, and says how many they were', async () => {
    render(exercise({ orders: 1 }));
    press('Run and check');
    expect(await screen.findByText(/in the usual order and in 1 other/)).toBeDefined();
    expect(simulator.runs.map(({ seed = 0 }) => seed)).toEqual([0, 0, 1, 1]);
  });

  it('can be spared the other orders, and then has not passed', async () => {
    const { answer } = simulator;
    const waiting = Promise.withResolvers<never>();
    simulator.answer = (scenario) => (scenario.seed === 1 ? waiting.promise : answer(scenario));
    render(exercise({ orders: 4 }));
    press('Run and check');
    expect(await screen.findByText(/^All checks hold in the usual order\./)).toBeDefined();
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    waiting.reject(new SimulatorError('cancelled', 'Cancelled.'));
    expect(await screen.findByText('Cancelled after 0 of 4 orders.')).toBeDefined();
    expect(screen.queryByText('Passed.')).toBeNull();
  });
});

describe('help', () => {
  it('comes hint by hint, and stays seen', async () => {
    const first = render(exercise());
    press(/^Show a hint/);
    expect(await screen.findByText('Who holds the loop?')).toBeDefined();
    first.unmount();
    render(exercise());
    expect(await screen.findByText('Who holds the loop?')).toBeDefined();
    press(/^Show another hint \(2 of 2\)/);
    expect(await screen.findByText('asyncio.sleep')).toBeDefined();
  });

  it('shows the solution only when asked twice, as a change to the learner’s text', async () => {
    render(exercise());
    press('Show the solution');
    press('Keep trying');
    expect(screen.queryByText(SOLUTION)).toBeNull();
    // The keyboard stays where the pressed button was.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show the solution' }));
    press('Show the solution');
    press('Show the solution');
    expect(await screen.findByText(SOLUTION)).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Solution' }));
    await waitFor(() => expect(record.exercises.get('e06')?.solutionSeen).toBe(true));
  });

  it('puts the solution in place of the learner’s text, which comes back with undo', async () => {
    record.exercises.set('e06', { attempts: 1, passedAt: 1, hintsSeen: 0, solutionSeen: false });
    render(exercise());
    fireEvent.click(await screen.findByRole('button', { name: 'Compare with the solution' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Put it in the editor' }));
    await waitFor(() => expect(record.drafts.get('e06')?.files).toEqual({ 'middleware.py': SOLUTION }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo solution' }));
    await waitFor(() => expect(record.drafts.get('e06')?.files).toEqual({ 'middleware.py': SEED }));
  });

  it('runs the solution beside the learner’s run, in the stack that is shown', async () => {
    record.exercises.set('e06', { attempts: 1, passedAt: 1, hintsSeen: 0, solutionSeen: true });
    render(exercise());
    press('Run and check');
    await screen.findByRole('list', { name: 'Checks' });
    fireEvent.click(await screen.findByRole('button', { name: 'Compare with the solution' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Run it beside yours' }));
    const comparison = await screen.findByRole('group', { name: 'Two runs compared' });
    expect(simulator.runs.at(-1)).toMatchObject({
      id: 'Above Legacy',
      files: { 'middleware.py': SOLUTION },
    });
    expect(within(comparison).getByRole('group', { name: 'The solution’s run' })).toBeDefined();
    expect(within(comparison).getByText(/^Request C answers 380 ms sooner/)).toBeDefined();
    // The run of the other stack is another matter.
    fireEvent.click(screen.getByRole('tab', { name: /Alone/ }));
    expect(screen.queryByRole('group', { name: 'Two runs compared' })).toBeNull();
  });

  it('offers no such run before the learner has one', async () => {
    record.exercises.set('e06', { attempts: 1, passedAt: 1, hintsSeen: 0, solutionSeen: true });
    render(exercise());
    fireEvent.click(await screen.findByRole('button', { name: 'Compare with the solution' }));
    expect(await screen.findByText(SOLUTION)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Run it beside yours' })).toBeNull();
  });
});
