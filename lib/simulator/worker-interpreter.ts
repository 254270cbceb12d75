/** An interpreter in a dedicated worker: started from blobs, listened to with care, ended by force. */
import { type BootProgress, type Interpreter, InterpreterLost } from './interpreter';
import { ANSWER_LIMIT_MILLISECONDS, SILENCE_LIMIT_MILLISECONDS } from './limits';
import type { KeptArtefacts, LoaderMessage, LoadMessage, RunMessage, StartMessage } from './messages';
import { SimulatorError } from './simulator';

type Border = Pick<typeof import('./border'), 'interpreterMessageFrom' | 'loaderMessageFrom'>;

export type WorkerOptions = {
  /** Blobs' addresses: a worker started from one inherits the page's policy. */
  readonly loaderUrl: Promise<string>;
  readonly workerUrl: Promise<string>;
  readonly load: LoadMessage;
  readonly start: StartMessage;
  /** Compressed bytes that the loader will fetch. */
  readonly totalBytes: number;
  /** What reads the workers' messages; it may arrive after they have begun to speak. */
  readonly border: Promise<Border>;
  readonly onProgress: (progress: BootProgress) => void;
  readonly onKept: (kept: KeptArtefacts) => void;
};

const FAILURES = {
  download: (message: string) => new SimulatorError('download', message),
  outdated: (message: string) => new SimulatorError('outdated', message),
  boot: (message: string) => new SimulatorError('crashed', `Python could not start: ${message}`),
  memory: () =>
    new SimulatorError(
      'memory',
      'The run needed more memory than a page may use, and was ended. Build less at once, then run again.',
    ),
  recursion: () =>
    new SimulatorError(
      'recursion',
      'The calls went deeper than the browser’s stack, and Python ended with them. Look for a function, a ' +
        '`__repr__` or a layer that calls itself, or for values that lie many thousands deep in each other.',
    ),
  exit: () =>
    new SimulatorError(
      'exit',
      'It ended Python itself, as a signal does. On a server that would take every other request down with it.',
    ),
  run: (message: string) =>
    new SimulatorError(
      'crashed',
      `Python broke down during the run: ${message}. Look for code that takes away or replaces what Python ` +
        'itself stands on, then run again.',
    ),
};

/** Boots a worker and its loader. What they say is parsed, and only heard while it is due. */
export function startWorkerInterpreter(options: WorkerOptions): Omit<Interpreter, 'begun'> {
  const ready = Promise.withResolvers<void>();
  const trace = Promise.withResolvers<string>();
  // Both may fail while nobody waits for them any more.
  ready.promise.catch(() => undefined);
  trace.promise.catch(() => undefined);
  const client = new MessageChannel();
  const parts = new MessageChannel();
  const workers: Worker[] = [];
  let isReady = false;
  let isRunning = false;
  let ended = false;
  /** Ends the wait for a sign of life. */
  let silence: ReturnType<typeof setTimeout> | undefined;

  const fail = (error: SimulatorError) => {
    clearTimeout(silence);
    ready.reject(error);
    trace.reject(error);
  };
  const end = () => {
    ended = true;
    for (const worker of workers) worker.terminate();
    client.port1.close();
    fail(new SimulatorError('cancelled', 'The run was cancelled.'));
  };
  const crash = (event: Event) => {
    event.preventDefault();
    fail(isReady && !isRunning ? new InterpreterLost() : FAILURES.run('its worker stopped'));
  };
  const open = (url: string, name: string) => {
    const worker = new Worker(url, { type: 'module', name });
    worker.onerror = crash;
    worker.onmessageerror = crash;
    workers.push(worker);
    return worker;
  };
  const awaitSign = () => {
    clearTimeout(silence);
    silence = setTimeout(
      () =>
        fail(
          FAILURES.download(
            'Python has shown no sign of life for a minute. Check the connection and run again.',
          ),
        ),
      SILENCE_LIMIT_MILLISECONDS,
    );
  };

  const hear = ({ interpreterMessageFrom }: Border) => {
    client.port1.onmessage = ({ data }) => {
      const message = interpreterMessageFrom(data);
      if (message?.kind === 'failed') fail(FAILURES[message.reason](message.message));
      else if (message?.kind === 'trace' && isRunning) trace.resolve(message.text);
      else if (message?.kind === 'running' && isReady) {
        clearTimeout(silence);
        isRunning = true;
      } else if (message?.kind === 'ready') {
        clearTimeout(silence);
        isReady = true;
        ready.resolve();
      }
    };
  };
  const load = (url: string) => {
    if (ended) return;
    const worker = open(url, 'await-points-loader');
    startLoader({ worker, interpreter: parts.port1, options, onSign: awaitSign, onFailure: fail });
  };
  const start = (url: string) => {
    if (ended) return;
    open(url, 'await-points').postMessage(options.start, [client.port2, parts.port2]);
  };

  awaitSign();
  options.border.then(hear, fail);
  options.loaderUrl.then(load, fail);
  options.workerUrl.then(start, fail);
  return {
    ready: ready.promise,
    get isReady() {
      return isReady;
    },
    run(scenario) {
      client.port1.postMessage({ kind: 'run', scenario } satisfies RunMessage);
      silence = setTimeout(() => fail(new InterpreterLost()), ANSWER_LIMIT_MILLISECONDS);
      return trace.promise;
    },
    end,
  };
}

type LoaderStart = {
  readonly worker: Worker;
  readonly interpreter: MessagePort;
  readonly options: WorkerOptions;
  readonly onSign: () => void;
  readonly onFailure: (error: SimulatorError) => void;
};

/** Sets a loader to work; it ends when its work is done. */
function startLoader({ worker, interpreter, options, onSign, onFailure }: LoaderStart): void {
  const { load, start, totalBytes, border, onProgress, onKept } = options;
  const client = new MessageChannel();
  const hear = (message: LoaderMessage | null) => {
    if (message?.kind === 'progress') {
      onSign();
      const { bytes } = message;
      const isWhole = bytes >= totalBytes;
      onProgress(
        isWhole
          ? { kind: 'starting', fallback: start.image === null }
          : { kind: 'downloading', bytes, totalBytes },
      );
    } else if (message) {
      worker.terminate();
      client.port1.close();
      if (message.kind === 'loaded') onKept(message.kept);
      else onFailure(FAILURES[message.reason](message.message));
    }
  };
  border.then(({ loaderMessageFrom }) => {
    client.port1.onmessage = ({ data }) => hear(loaderMessageFrom(data));
  }, onFailure);
  worker.postMessage(load, [client.port2, interpreter]);
}
