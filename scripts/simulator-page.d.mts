import type { Trace } from '@/lib/trace/schema';
import type { ServedRequest } from './static-server.mjs';

/** Serves the bare page: `simulator`, `createSimulator(options)` and `derive(trace)` are its globals. */
export function serveSimulatorPage(options?: {
  readonly port?: number;
  readonly onRequest?: (request: ServedRequest) => void;
}): Promise<{ readonly origin: string; close(): Promise<void> }>;

/** Opens the bare page in headless Chromium. */
export function openSimulator(options?: { readonly runLimitMilliseconds?: number }): Promise<{
  /** Rejects with the sentence that a reader would see. */
  run(scenario: unknown): Promise<Trace>;
  /** A result per scenario, in their order: the trace, or what a reader would be told. */
  runAll(
    scenarios: readonly unknown[],
  ): AsyncGenerator<{ readonly trace?: Trace; readonly error?: string }, void, undefined>;
  close(): Promise<void>;
}>;
