/** The simulator over a pool of interpreters: one run at a time, watched, and its stage told. */
import { fetchBorder } from './fetch-border';
import { type BootProgress, type Interpreter, InterpreterLost } from './interpreter';
import { InterpreterPool, type PoolOptions } from './interpreter-pool';
import type { ScenarioInput } from './scenario';
import { type RunResult, type Simulator, SimulatorError, type Stage } from './simulator';

export type SimulatorOptions = PoolOptions & {
  readonly runLimitMilliseconds: number;
  /** Why nothing can run here, or null. */
  readonly unsupported: string | null;
};

type RunOptions = { readonly signal?: AbortSignal };

export class BrowserSimulator implements Simulator {
  readonly #options: SimulatorOptions;
  readonly #pool: InterpreterPool;
  readonly #listeners = new Set<() => void>();
  #stage: Stage = { kind: 'idle' };
  /** The last run in line; the next one starts when it has ended. */
  #lastRun: Promise<unknown> = Promise.resolve();
  #waitingRuns = 0;
  /** Of the interpreter that was warmed last. */
  #begun: Promise<void> = Promise.resolve();

  constructor(options: SimulatorOptions) {
    this.#options = options;
    this.#pool = new InterpreterPool(options, (progress) => this.#onBootProgress(progress));
    if (options.unsupported !== null) this.#stage = { kind: 'unsupported', reason: options.unsupported };
  }

  get stage(): Stage {
    return this.#stage;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  warm(): Promise<void> {
    if (this.#stage.kind === 'idle') {
      const interpreter = this.#pool.warm();
      this.#begun = interpreter.begun;
      this.#showBoot(interpreter).catch(() => undefined);
    }
    return this.#begun;
  }

  async run(scenario: ScenarioInput, { signal }: RunOptions = {}): Promise<RunResult> {
    const start = performance.now();
    if (this.#options.unsupported !== null) {
      throw new SimulatorError('unsupported', this.#options.unsupported);
    }
    this.#waitingRuns += 1;
    const turn = this.#lastRun.then(() => this.#runNow(scenario, signal));
    this.#lastRun = turn.catch(() => undefined);
    const trace = await turn;
    return { trace, wallMilliseconds: performance.now() - start };
  }

  async #runNow(scenario: ScenarioInput, signal: AbortSignal | undefined): Promise<RunResult['trace']> {
    this.#waitingRuns -= 1;
    if (signal?.aborted) throw cancelled();
    // An interpreter boots while the border is fetched and the scenario is checked.
    await this.#pool.warm().begun;
    const { scenarioToJson, traceFromJson } = await fetchBorder();
    const json = scenarioToJson(scenario);
    if (signal?.aborted) throw cancelled();
    try {
      return traceFromJson(await this.#attempt(json, signal));
    } catch (error) {
      // One that was kept may die unseen while it waits, as where a device sleeps: the next takes its place.
      if (!(error instanceof InterpreterLost) || signal?.aborted) throw error;
      return traceFromJson(await this.#attempt(json, signal));
    }
  }

  /** Runs in the next interpreter, and ends it. @returns the trace's JSON */
  async #attempt(json: string, signal: AbortSignal | undefined): Promise<string> {
    const interpreter = this.#pool.take();
    const end = () => interpreter.end();
    signal?.addEventListener('abort', end);
    try {
      await this.#showBoot(interpreter);
      this.#setStage({ kind: 'running' });
      if (this.#waitingRuns > 0 && this.#options.keepsSpare) this.#pool.warm();
      return await this.#limited(interpreter.run(json));
    } finally {
      signal?.removeEventListener('abort', end);
      interpreter.end();
      if (this.#stage.kind === 'running') this.#setStage({ kind: 'warm' });
      this.#pool.runEnded();
    }
  }

  /** Rejects with SimulatorError when the run takes longer than it may. */
  async #limited(run: Promise<string>): Promise<string> {
    const { runLimitMilliseconds } = this.#options;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(tooLong(runLimitMilliseconds)), runLimitMilliseconds);
    try {
      return await Promise.race([run, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Shows a boot that somebody waits for; one in the background of a shown result is not shown. */
  async #showBoot(interpreter: Interpreter): Promise<void> {
    const isBootShown = this.#stage.kind === 'downloading' || this.#stage.kind === 'starting';
    if (!interpreter.isReady && !isBootShown) this.#setStage({ kind: 'starting', fallback: false });
    try {
      await interpreter.ready;
      this.#setStage({ kind: 'warm' });
    } catch (error) {
      this.#setStage({ kind: 'idle' });
      throw error;
    }
  }

  #onBootProgress(progress: BootProgress): void {
    if (this.#stage.kind === 'warm' || this.#stage.kind === 'running') return;
    this.#setStage(
      progress.kind === 'downloading'
        ? { ...progress, fraction: progress.bytes / progress.totalBytes }
        : progress,
    );
  }

  #setStage(stage: Stage): void {
    this.#stage = stage;
    for (const listener of this.#listeners) listener();
  }
}

const cancelled = () => new SimulatorError('cancelled', 'The run was cancelled.');

const tooLong = (milliseconds: number) =>
  new SimulatorError(
    'timeout',
    `The run was ended after ${milliseconds / 1000} seconds of real time: something computes without ever ` +
      'giving way. Look for an endless loop, a huge sum or a slow regular expression, then run again.',
  );
