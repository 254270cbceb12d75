import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { workerMessageFrom } from './border';
import type { BootProgress } from './interpreter';
import type { KeptArtefacts, StartMessage } from './messages';
import type { RuntimeManifest } from './runtime-manifest';
import { startWorkerInterpreter } from './worker-interpreter';

const artefact = (name: string) => ({ file: `${name}.0123456789abcdef.bin`, bytes: 10, unpackedBytes: 20 });
const manifest: RuntimeManifest = {
  schema: 1,
  versions: { pyodide: '1', python: '3', django: '5' },
  worker: artefact('worker'),
  python: artefact('python'),
  library: artefact('library'),
  imported: artefact('imported'),
  memory: null,
};
const EMPTY_MODULE = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
const kept: KeptArtefacts = { python: EMPTY_MODULE, library: new Blob(), image: new Blob() };

/** A worker that says what the test says. */
class StandInWorker {
  static latest: StandInWorker;
  onerror: ((event: Event) => void) | null = null;
  onmessageerror: ((event: Event) => void) | null = null;
  terminated = false;
  port: MessagePort | null = null;
  constructor() {
    StandInWorker.latest = this;
  }
  postMessage(_: StartMessage, [port]: readonly MessagePort[]): void {
    this.port = port ?? null;
  }
  terminate(): void {
    this.terminated = true;
  }
  says(message: unknown): void {
    this.port?.postMessage(message);
  }
}

function start() {
  const reported: BootProgress[] = [];
  const keptOnes: KeptArtefacts[] = [];
  const interpreter = startWorkerInterpreter({
    sourceUrl: 'blob:worker',
    start: { kind: 'start', baseUrl: 'https://site.test/runtime/', manifest, plain: false, kept: null },
    totalBytes: 100,
    parse: workerMessageFrom,
    onProgress: (progress) => reported.push(progress),
    onKept: (artefacts) => keptOnes.push(artefacts),
  });
  return { interpreter, worker: StandInWorker.latest, reported, keptOnes };
}

beforeEach(() => vi.stubGlobal('Worker', StandInWorker));
afterEach(() => {
  StandInWorker.latest.port?.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('an interpreter in a worker', () => {
  it('reports its download, then that it starts, then is ready and hands over what it fetched', async () => {
    const { interpreter, worker, reported, keptOnes } = start();
    worker.says({ kind: 'progress', bytes: 40 });
    worker.says({ kind: 'progress', bytes: 100 });
    worker.says({ kind: 'ready', kept, phases: [['python', 12.5]] });
    await interpreter.ready;
    expect(interpreter.isReady).toBe(true);
    expect(reported).toEqual([
      { kind: 'downloading', bytes: 40, totalBytes: 100 },
      { kind: 'starting', fallback: false },
    ]);
    expect(keptOnes).toHaveLength(1);
  });

  it('gives the trace of its run', async () => {
    const { interpreter, worker } = start();
    worker.says({ kind: 'ready', kept, phases: [] });
    await interpreter.ready;
    const run = interpreter.run('{}');
    worker.says({ kind: 'trace', text: '{"schema":1}' });
    expect(await run).toBe('{"schema":1}');
  });

  it('hears neither what is not due nor what no worker of ours says', async () => {
    const { interpreter, worker, keptOnes } = start();
    worker.says({ kind: 'trace', text: 'too early' });
    worker.says({ kind: 'ready', kept: { ...kept, python: 'not a module' }, phases: [] });
    worker.says('ready');
    worker.says({ kind: 'ready', kept, phases: [] });
    await interpreter.ready;
    const run = interpreter.run('{}');
    worker.says({ kind: 'ready', kept: { ...kept, library: new Blob(['forged']) }, phases: [] });
    worker.says({ kind: 'trace', text: 'the trace', extra: 1 });
    worker.says({ kind: 'trace', text: 'the trace' });
    expect(await run).toBe('the trace');
    expect(keptOnes).toHaveLength(1);
  });

  it.each([
    ['download', 'download', /connection/],
    ['boot', 'crashed', /could not start/],
    ['memory', 'memory', /memory/],
    ['run', 'crashed', /broke down/],
  ])('that failed for %s rejects with kind %s', async (reason, kind, message) => {
    const { interpreter, worker } = start();
    worker.says({ kind: 'failed', reason, message: 'It did not.' });
    await expect(interpreter.ready).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
  });

  it('whose worker stops by itself has crashed', async () => {
    const { interpreter, worker } = start();
    worker.onerror?.(new Event('error', { cancelable: true }));
    await expect(interpreter.ready).rejects.toMatchObject({ kind: 'crashed' });
  });

  it('that shows no sign of life for a minute has failed', async () => {
    vi.useFakeTimers();
    const { interpreter } = start();
    vi.advanceTimersByTime(60_000);
    await expect(interpreter.ready).rejects.toMatchObject({ kind: 'download' });
  });

  it('that is ended takes its worker with it and rejects whatever is pending', async () => {
    const { interpreter, worker } = start();
    worker.says({ kind: 'ready', kept, phases: [] });
    await interpreter.ready;
    const run = interpreter.run('{}');
    interpreter.end();
    await expect(run).rejects.toMatchObject({ kind: 'cancelled' });
    expect(worker.terminated).toBe(true);
  });
});
