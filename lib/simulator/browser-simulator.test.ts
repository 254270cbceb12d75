import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildTrace } from '@/tests/support/trace';
import { BrowserSimulator, type SimulatorOptions } from './browser-simulator';
import { type BootProgress, type Interpreter, InterpreterLost } from './interpreter';
import type { ScenarioInput } from './scenario';
import { SimulatorError, type Stage } from './simulator';

const SCENARIO: ScenarioInput = { id: 'one', layers: [], requests: [] };

/** An interpreter that boots and answers when the test says so. */
class StandIn implements Interpreter {
  readonly #boot = Promise.withResolvers<void>();
  readonly #answer = Promise.withResolvers<string>();
  readonly ready = this.#boot.promise;
  readonly begun = Promise.resolve();
  isReady = false;
  ended = false;
  scenario: string | null = null;

  constructor(readonly report: (progress: BootProgress) => void) {
    this.#boot.promise.catch(() => undefined);
    this.#answer.promise.catch(() => undefined);
  }
  run(scenario: string): Promise<string> {
    this.scenario = scenario;
    return this.#answer.promise;
  }
  end(): void {
    this.ended = true;
    this.fail(new SimulatorError('cancelled', 'The run was cancelled.'));
  }
  booted(): void {
    this.isReady = true;
    this.#boot.resolve();
  }
  answer(text = JSON.stringify(buildTrace())): void {
    this.#answer.resolve(text);
  }
  fail(error: SimulatorError): void {
    this.#boot.reject(error);
    this.#answer.reject(error);
  }
}

function setUp(options: Partial<SimulatorOptions> = {}) {
  const launched: StandIn[] = [];
  const simulator = new BrowserSimulator({
    launch: (report) => {
      const interpreter = new StandIn(report);
      launched.push(interpreter);
      return interpreter;
    },
    keepsSpare: true,
    spareDelayMilliseconds: 200,
    runLimitMilliseconds: 10_000,
    unsupported: null,
    ...options,
  });
  const stages: Stage['kind'][] = [];
  simulator.subscribe(() => stages.push(simulator.stage.kind));
  const interpreter = async (position: number): Promise<StandIn> =>
    vi.waitUntil(() => launched[position] ?? null);
  const started = async (position: number): Promise<StandIn> => {
    const launchedOne = await interpreter(position);
    launchedOne.booted();
    await vi.waitUntil(() => launchedOne.scenario !== null);
    return launchedOne;
  };
  return { simulator, launched, stages, interpreter, started };
}

const failure = (run: Promise<unknown>): Promise<SimulatorError> =>
  run.then(
    () => {
      throw new Error('The run did not fail.');
    },
    (error: SimulatorError) => error,
  );

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a run', () => {
  it('gives the trace, and ends its interpreter, which no later run sees', async () => {
    const { simulator, launched, started } = setUp();
    const first = simulator.run(SCENARIO);
    const one = await started(0);
    one.answer();
    expect((await first).trace).toEqual(buildTrace());
    expect(one.ended).toBe(true);

    const second = simulator.run(SCENARIO);
    (await started(1)).answer();
    await second;
    expect(launched).toHaveLength(2);
  });

  it('hands the engine the scenario with every default filled in', async () => {
    const { simulator, started } = setUp();
    const run = simulator.run({ ...SCENARIO, requests: [{ id: 'A', path: '/' }] });
    const interpreter = await started(0);
    expect(JSON.parse(interpreter.scenario ?? '')).toMatchObject({
      mode: 'asgi',
      seed: 0,
      requests: [{ id: 'A', method: 'GET', at: 0 }],
    });
    interpreter.answer();
    await run;
  });

  it('waits for the one before it', async () => {
    const { simulator, started, interpreter } = setUp();
    const first = simulator.run(SCENARIO);
    const second = simulator.run({ ...SCENARIO, id: 'two' });
    const one = await started(0);
    const two = await interpreter(1);
    two.booted();
    expect(two.scenario).toBeNull();
    one.answer();
    await first;
    await vi.waitUntil(() => two.scenario !== null);
    two.answer();
    await second;
  });

  it('is refused, naming the key, when the scenario is not valid; the interpreter waits for the next', async () => {
    const { simulator, launched } = setUp();
    const error = await failure(simulator.run({ ...SCENARIO, requests: [{ id: 'A', path: 'no-slash' }] }));
    expect(error.kind).toBe('invalid-scenario');
    expect(error.message).toContain('requests.0.path');
    expect(launched.map(({ ended }) => ended)).toEqual([false]);
  });

  it('is refused where the browser cannot run code', async () => {
    const { simulator, launched } = setUp({ unsupported: 'This browser cannot.' });
    expect(simulator.stage).toEqual({ kind: 'unsupported', reason: 'This browser cannot.' });
    simulator.warm();
    expect((await failure(simulator.run(SCENARIO))).kind).toBe('unsupported');
    expect(launched).toHaveLength(0);
  });

  it('fails when what comes back is no trace', async () => {
    const { simulator, started } = setUp();
    const run = failure(simulator.run(SCENARIO));
    (await started(0)).answer('{"schema": 1, "forged": true}');
    expect((await run).kind).toBe('crashed');
  });
});

describe('the watchdog', () => {
  it('ends a run over its limit, says so, and the next run works', async () => {
    const { simulator, started } = setUp();
    const run = failure(simulator.run(SCENARIO));
    const endless = await started(0);
    await vi.advanceTimersByTimeAsync(10_000);
    const error = await run;
    expect(error.kind).toBe('timeout');
    expect(error.message).toContain('10 seconds');
    expect(endless.ended).toBe(true);

    const next = simulator.run(SCENARIO);
    (await started(1)).answer();
    expect((await next).trace.schema).toBe(1);
  });

  it('is made by another interpreter where the first had died unseen', async () => {
    const { simulator, started } = setUp();
    const run = simulator.run(SCENARIO);
    (await started(0)).fail(new InterpreterLost());
    (await started(1)).answer();
    expect((await run).trace).toEqual(buildTrace());
  });

  it('is given up when a second interpreter is lost', async () => {
    const { simulator, started, launched } = setUp();
    const run = failure(simulator.run(SCENARIO));
    (await started(0)).fail(new InterpreterLost());
    (await started(1)).fail(new InterpreterLost());
    expect((await run).message).toBe('Python did not answer. Run again.');
    expect(launched.every(({ ended }) => ended)).toBe(true);
  });

  it('does not count the boot', async () => {
    const { simulator, interpreter, started } = setUp();
    const run = simulator.run(SCENARIO);
    await interpreter(0);
    await vi.advanceTimersByTimeAsync(60_000);
    (await started(0)).answer();
    await expect(run).resolves.toHaveProperty('trace');
  });
});

describe('cancelling', () => {
  it.each(['before the boot has ended', 'during the run'])('%s ends the interpreter', async (moment) => {
    const { simulator, interpreter, started } = setUp();
    const controller = new AbortController();
    const run = failure(simulator.run(SCENARIO, { signal: controller.signal }));
    const one = await (moment === 'during the run' ? started(0) : interpreter(0));
    controller.abort();
    expect((await run).kind).toBe('cancelled');
    expect(one.ended).toBe(true);
  });

  it('of a run that waits in line leaves the others alone', async () => {
    const { simulator, started } = setUp();
    const controller = new AbortController();
    const first = simulator.run(SCENARIO);
    const second = failure(simulator.run(SCENARIO, { signal: controller.signal }));
    const third = simulator.run(SCENARIO);
    controller.abort();
    (await started(0)).answer();
    await first;
    expect((await second).kind).toBe('cancelled');
    (await started(1)).answer();
    await expect(third).resolves.toHaveProperty('trace');
  });
});

describe('the spare', () => {
  it('boots a moment after a run has ended, and serves the next run', async () => {
    const { simulator, launched, started } = setUp();
    const first = simulator.run(SCENARIO);
    (await started(0)).answer();
    await first;
    await vi.advanceTimersByTimeAsync(199);
    expect(launched).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(launched).toHaveLength(2);

    const second = simulator.run(SCENARIO);
    (await started(1)).answer();
    await second;
    expect(launched).toHaveLength(2);
  });

  it('is not kept where memory is short', async () => {
    const { simulator, launched, started } = setUp({ keepsSpare: false });
    const run = simulator.run(SCENARIO);
    (await started(0)).answer();
    await run;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(launched).toHaveLength(1);
  });

  it('is never more than one, however often a page warms up', async () => {
    const { simulator, launched } = setUp();
    simulator.warm();
    simulator.warm();
    simulator.warm();
    expect(launched).toHaveLength(1);
  });

  it('that could not boot is thrown away, and the next run boots its own', async () => {
    const { simulator, launched, interpreter, started } = setUp();
    simulator.warm();
    (await interpreter(0)).fail(new SimulatorError('download', 'No connection.'));
    await vi.waitUntil(() => launched[0]?.ended);
    expect(simulator.stage.kind).toBe('idle');
    const run = simulator.run(SCENARIO);
    (await started(1)).answer();
    await expect(run).resolves.toHaveProperty('trace');
  });
});

describe('the stage', () => {
  it('tells the download with its progress, the start, the warm interpreter, the run', async () => {
    const { simulator, stages, interpreter, started } = setUp();
    expect(simulator.stage.kind).toBe('idle');
    const run = simulator.run(SCENARIO);
    const one = await interpreter(0);
    one.report({ kind: 'downloading', bytes: 3, totalBytes: 12 });
    expect(simulator.stage).toEqual({ kind: 'downloading', bytes: 3, totalBytes: 12, fraction: 0.25 });
    one.report({ kind: 'starting', fallback: true });
    expect(simulator.stage).toEqual({ kind: 'starting', fallback: true });
    (await started(0)).answer();
    await run;
    expect(stages).toEqual(['starting', 'downloading', 'starting', 'warm', 'running', 'warm']);
  });

  it('does not show the spare that boots behind a shown result', async () => {
    const { simulator, stages, interpreter, started } = setUp();
    const run = simulator.run(SCENARIO);
    (await started(0)).answer();
    await run;
    stages.length = 0;
    await vi.advanceTimersByTimeAsync(200);
    (await interpreter(1)).report({ kind: 'starting', fallback: false });
    expect(stages).toEqual([]);
  });
});
