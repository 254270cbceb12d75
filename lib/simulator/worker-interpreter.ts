/** An interpreter in a dedicated worker: started from a blob, listened to with care, ended by force. */
import type { BootProgress, Interpreter } from './interpreter';
import { SILENCE_LIMIT_MILLISECONDS } from './limits';
import type { KeptArtefacts, RunMessage, StartMessage, WorkerMessage } from './messages';
import { SimulatorError } from './simulator';

export type WorkerOptions = {
  /** A blob's address: a worker started from one inherits the page's policy. */
  readonly sourceUrl: string;
  readonly start: StartMessage;
  /** Compressed bytes that the boot will fetch. */
  readonly totalBytes: number;
  readonly parse: (message: unknown) => WorkerMessage | null;
  readonly onProgress: (progress: BootProgress) => void;
  readonly onKept: (kept: KeptArtefacts) => void;
};

const FAILURES = {
  download: (message: string) =>
    new SimulatorError('download', `${message} Check the connection and run again.`),
  boot: (message: string) => new SimulatorError('crashed', `Python could not start: ${message}`),
  memory: () =>
    new SimulatorError(
      'memory',
      'The run needed more memory than a page may use, and was ended. Build less at once, then run again.',
    ),
  run: (message: string) =>
    new SimulatorError('crashed', `The interpreter broke down during the run: ${message} Run it again.`),
};

/** Boots a worker. Its messages are parsed, and only heard while they are due. */
export function startWorkerInterpreter(options: WorkerOptions): Interpreter {
  const worker = new Worker(options.sourceUrl, { type: 'module', name: 'await-points' });
  const { port1: port, port2: remotePort } = new MessageChannel();
  const ready = Promise.withResolvers<void>();
  const trace = Promise.withResolvers<string>();
  // Both may fail while nobody waits for them any more.
  ready.promise.catch(() => undefined);
  trace.promise.catch(() => undefined);
  let isReady = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(silence);
    worker.terminate();
    port.close();
    fail(new SimulatorError('cancelled', 'The run was cancelled.'));
  };
  const fail = (error: SimulatorError) => {
    ready.reject(error);
    trace.reject(error);
  };
  const crash = (event: Event) => {
    event.preventDefault();
    fail(FAILURES.run('its worker stopped.'));
  };
  const awaitSign = () => {
    clearTimeout(silence);
    silence = setTimeout(
      () => fail(FAILURES.download('Python has shown no sign of life for a minute.')),
      SILENCE_LIMIT_MILLISECONDS,
    );
  };
  const hear = (message: WorkerMessage | null) => {
    if (message?.kind === 'failed') {
      fail(FAILURES[message.reason](message.message));
    } else if (isReady) {
      if (message?.kind === 'trace') trace.resolve(message.text);
    } else if (message?.kind === 'progress') {
      awaitSign();
      const { bytes } = message;
      const { totalBytes, start } = options;
      options.onProgress(
        bytes < totalBytes
          ? { kind: 'downloading', bytes, totalBytes }
          : { kind: 'starting', fallback: start.plain },
      );
    } else if (message?.kind === 'ready') {
      clearTimeout(silence);
      isReady = true;
      options.onKept(message.kept);
      ready.resolve();
    }
  };

  worker.onerror = crash;
  worker.onmessageerror = crash;
  port.onmessage = ({ data }) => hear(options.parse(data));
  awaitSign();
  worker.postMessage(options.start, [remotePort]);
  return {
    ready: ready.promise,
    get isReady() {
      return isReady;
    },
    run(scenario) {
      port.postMessage({ kind: 'run', scenario } satisfies RunMessage);
      return trace.promise;
    },
    end,
  };
}
