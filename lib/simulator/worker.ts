/**
 * The worker: one interpreter, one run. It boots from the memory image, joins Python to its host, gives
 * up every global that leads out, and then runs what the client sends over a port that only this
 * module holds.
 */
import type { PyodideAPI } from 'pyodide';
import type { PyCallable, PyProxy } from 'pyodide/ffi';
import { filesOf } from './boot/archive';
import { DownloadError, fromNetwork } from './boot/download';
import { startInterpreter } from './boot/interpreter';
import { lockDown } from './boot/lockdown';
import { limitMemory } from './boot/memory-limit';
import { compile } from './boot/unpack';
import { serveUnpacking, type UnpackMessage, unpackElsewhere } from './boot/unpacker';
import { createEngineHost, type EngineHost } from './engine-host';
import { HEAP_LIMIT_BYTES } from './limits';
import type { KeptArtefacts, RunMessage, StartMessage, WorkerMessage } from './messages';

/** The Python side of the engine: the package `await_points`, module `boot`. */
type Engine = PyProxy & {
  /** Imports and prepares everything; done when the memory image was made, unless there is none. */
  prepare(): void;
  connect(host: EngineHost): void;
  readonly run: PyCallable;
};
type Say = (message: WorkerMessage) => void;

addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<StartMessage | UnpackMessage>) => {
    if (!port) return;
    void (data.kind === 'start' ? live(data, port) : serveUnpacking(data, port));
  },
  { once: true },
);

async function live(start: StartMessage, port: MessagePort): Promise<void> {
  const say: Say = (message) => port.postMessage(message);
  try {
    const { run, kept, phases } = await boot(start, say);
    const open = lockDown(globalThis);
    if (open.length > 0) throw new Error(`these globals would stay open: ${open.join(', ')}`);
    port.onmessage = async ({ data }: MessageEvent<RunMessage>) => {
      port.onmessage = null;
      try {
        say({ kind: 'trace', text: await run(data.scenario) });
      } catch (error) {
        say({ kind: 'failed', reason: isOutOfMemory(error) ? 'memory' : 'run', message: String(error) });
      }
    };
    say({ kind: 'ready', kept, phases });
  } catch (error) {
    const reason = error instanceof DownloadError ? 'download' : isOutOfMemory(error) ? 'memory' : 'boot';
    say({ kind: 'failed', reason, message: error instanceof Error ? error.message : String(error) });
  }
}

type Booted = {
  /** Scenario in, trace out, both JSON. */
  readonly run: (scenario: string) => Promise<string>;
  readonly kept: KeptArtefacts;
  readonly phases: [phase: string, milliseconds: number][];
};

async function boot({ baseUrl, manifest, plain, kept }: StartMessage, say: Say): Promise<Booted> {
  const phases: Booted['phases'] = [];
  const endOf = async <Result>(phase: string, work: Promise<Result>): Promise<Result> => {
    const result = await work;
    phases.push([phase, performance.now()]);
    return result;
  };
  let bytes = 0;
  const count = (more: number) => {
    bytes += more;
    say({ kind: 'progress', bytes });
  };
  const address = ({ file }: { readonly file: string }) => new URL(file, baseUrl).href;

  limitMemory(HEAP_LIMIT_BYTES);
  const info = plain ? null : manifest.memory;
  // Without an image, the modules that it would hold.
  const second = info ?? manifest.imported;
  const [library, image] = unpackElsewhere(
    { ...manifest.library, url: address(manifest.library), kept: kept?.library },
    { ...second, url: address(second), kept: kept?.image },
    count,
  );
  const python = kept?.python ?? compile(fromNetwork(address(manifest.python), count).chunks);
  const modules = Promise.all(info ? [library] : [library, image]);
  const pyodide = await startInterpreter({
    python: endOf('python', Promise.resolve(python)),
    memory: info && { info, pages: endOf('memory', image).then(({ body }) => body) },
    files: endOf('modules', modules).then((archives) => archives.flatMap(({ body }) => filesOf(body))),
  });
  phases.push(['interpreter', performance.now()]);
  const run = joinEngine(pyodide, info === null);
  phases.push(['engine', performance.now()]);
  return {
    run,
    phases,
    kept: { python: await python, library: (await library).whole, image: (await image).whole },
  };
}

function joinEngine(pyodide: PyodideAPI, unprepared: boolean): Booted['run'] {
  const engine: Engine = pyodide.pyimport('await_points.boot');
  if (unprepared) engine.prepare();
  engine.connect(createEngineHost());
  const { run } = engine;
  return (scenario) => run.callPromising(scenario);
}

const isOutOfMemory = (error: unknown) =>
  error instanceof RangeError || (error instanceof Error && /MemoryError|out of memory/i.test(error.message));
