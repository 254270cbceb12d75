import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as border from './border';
import { type BootProgress, InterpreterLost } from './interpreter';
import { ANSWER_LIMIT_MILLISECONDS } from './limits';
import type { KeptArtefacts } from './messages';
import { startWorkerInterpreter } from './worker-interpreter';

const packed = (name: string) => ({ file: `${name}.0123456789abcdef.bin`, unpackedBytes: 20 });
const EMPTY_MODULE = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
const kept: KeptArtefacts = { python: EMPTY_MODULE, library: new Blob(), image: new Blob() };

/** A worker that says what the test says, over the first port that it is given. */
class StandInWorker {
  static readonly started = new Map<string, StandInWorker>();
  onerror: ((event: Event) => void) | null = null;
  onmessageerror: ((event: Event) => void) | null = null;
  terminated = false;
  ports: readonly MessagePort[] = [];
  constructor(_: string, { name }: { readonly name: string }) {
    StandInWorker.started.set(name, this);
  }
  postMessage(_: unknown, ports: readonly MessagePort[]): void {
    this.ports = ports;
  }
  terminate(): void {
    this.terminated = true;
  }
  says(message: unknown): void {
    this.ports[0]?.postMessage(message);
  }
}

async function start() {
  const reported: BootProgress[] = [];
  const keptOnes: KeptArtefacts[] = [];
  const interpreter = startWorkerInterpreter({
    loaderUrl: Promise.resolve('blob:loader'),
    workerUrl: Promise.resolve('blob:worker'),
    load: {
      baseUrl: 'https://site.test/runtime/',
      python: packed('python'),
      library: packed('library'),
      image: packed('memory'),
      kept: null,
    },
    start: { image: null },
    totalBytes: 100,
    border: Promise.resolve(border),
    onProgress: (progress) => reported.push(progress),
    onKept: (artefacts) => keptOnes.push(artefacts),
  });
  const standIn = (name: string) => vi.waitUntil(() => StandInWorker.started.get(name) ?? null);
  const loader = await standIn('await-points-loader');
  const worker = await standIn('await-points');
  return { interpreter, loader, worker, reported, keptOnes };
}

beforeEach(() => {
  StandInWorker.started.clear();
  vi.stubGlobal('Worker', StandInWorker);
});
afterEach(() => {
  for (const { ports } of StandInWorker.started.values()) for (const port of ports) port.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('an interpreter in a worker', () => {
  it('reports its download, then that it starts, and is ready when its worker says so', async () => {
    const { interpreter, loader, worker, reported } = await start();
    loader.says({ kind: 'progress', bytes: 40 });
    loader.says({ kind: 'progress', bytes: 100 });
    await vi.waitUntil(() => reported.length === 2);
    expect(interpreter.isReady).toBe(false);
    worker.says({ kind: 'ready' });
    await interpreter.ready;
    expect(interpreter.isReady).toBe(true);
    expect(reported).toEqual([
      { kind: 'downloading', bytes: 40, totalBytes: 100 },
      { kind: 'starting', fallback: true },
    ]);
  });

  it('hands over what its loader fetched, and ends the loader', async () => {
    const { loader, keptOnes } = await start();
    loader.says({ kind: 'loaded', kept });
    await vi.waitUntil(() => keptOnes.length === 1);
    expect(loader.terminated).toBe(true);
  });

  it('gives the trace of its run', async () => {
    const { interpreter, worker } = await start();
    worker.says({ kind: 'ready' });
    await interpreter.ready;
    const run = interpreter.run('{}');
    worker.says({ kind: 'running' });
    worker.says({ kind: 'trace', text: '{"schema":1}' });
    expect(await run).toBe('{"schema":1}');
  });

  it('hears neither what is not due nor what no worker of ours says', async () => {
    const { interpreter, loader, worker, keptOnes } = await start();
    worker.says({ kind: 'trace', text: 'too early' });
    worker.says('ready');
    worker.says({ kind: 'loaded', kept: { ...kept, library: new Blob(['forged']) } });
    loader.says({ kind: 'loaded', kept: { ...kept, python: 'not a module' } });
    worker.says({ kind: 'ready' });
    await interpreter.ready;
    const run = interpreter.run('{}');
    worker.says({ kind: 'trace', text: 'before it runs' });
    worker.says({ kind: 'running' });
    worker.says({ kind: 'trace', text: 'the trace', extra: 1 });
    worker.says({ kind: 'trace', text: 'the trace' });
    expect(await run).toBe('the trace');
    expect(keptOnes).toEqual([]);
  });

  it.each([
    ['download', 'download', /did not/],
    ['outdated', 'outdated', /did not/],
    ['boot', 'crashed', /could not start/],
  ])('whose loader failed for %s rejects with kind %s', async (reason, kind, message) => {
    const { interpreter, loader } = await start();
    loader.says({ kind: 'failed', reason, message: 'It did not.' });
    await expect(interpreter.ready).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
  });

  it.each([
    ['boot', 'crashed', /could not start/],
    ['memory', 'memory', /memory/],
    ['recursion', 'recursion', /calls itself/],
    ['exit', 'exit', /ended Python itself/],
    ['run', 'crashed', /broke down/],
  ])('that failed for %s rejects with kind %s', async (reason, kind, message) => {
    const { interpreter, worker } = await start();
    worker.says({ kind: 'failed', reason, message: 'It did not.' });
    await expect(interpreter.ready).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
  });

  it('whose worker stops by itself has crashed', async () => {
    const { interpreter, worker } = await start();
    worker.onerror?.(new Event('error', { cancelable: true }));
    await expect(interpreter.ready).rejects.toMatchObject({ kind: 'crashed' });
  });

  it('whose worker stops while it waits for its run is lost, and so is one that does not answer', async () => {
    const stopped = await start();
    stopped.worker.says({ kind: 'ready' });
    await stopped.interpreter.ready;
    stopped.worker.onerror?.(new Event('error', { cancelable: true }));
    await expect(stopped.interpreter.run('{}')).rejects.toBeInstanceOf(InterpreterLost);

    StandInWorker.started.clear();
    const silent = await start();
    silent.worker.says({ kind: 'ready' });
    await silent.interpreter.ready;
    vi.useFakeTimers();
    const run = silent.interpreter.run('{}');
    vi.advanceTimersByTime(ANSWER_LIMIT_MILLISECONDS);
    await expect(run).rejects.toBeInstanceOf(InterpreterLost);
  });

  it('that shows no sign of life for a minute has failed', async () => {
    vi.useFakeTimers();
    const { interpreter } = await start();
    vi.advanceTimersByTime(60_000);
    await expect(interpreter.ready).rejects.toMatchObject({ kind: 'download' });
  });

  it('that is ended takes its workers with it and rejects whatever is pending', async () => {
    const { interpreter, loader, worker } = await start();
    worker.says({ kind: 'ready' });
    await interpreter.ready;
    const run = interpreter.run('{}');
    interpreter.end();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    expect([loader.terminated, worker.terminated]).toEqual([true, true]);
  });
});
