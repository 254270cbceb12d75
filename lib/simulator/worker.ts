/**
 * The worker: one interpreter, one run. It boots from the memory image, joins Python to its host, gives
 * up every global that leads out, and then runs what the client sends over a port that only this
 * module holds.
 */
import type { PyodideAPI } from 'pyodide';
import type { PyCallable, PyProxy } from 'pyodide/ffi';
import { filesOf } from './boot/archive';
import { type Download, DownloadError, fromKept, fromNetwork } from './boot/download';
import { startInterpreter } from './boot/interpreter';
import { lockDown } from './boot/lockdown';
import { limitMemory } from './boot/memory-limit';
import { compile, unpack } from './boot/unpack';
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
  ({ data, ports: [port] }: MessageEvent<StartMessage>) => {
    if (port) void live(data, port);
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
  const get = ({ file }: { readonly file: string }, blob: Blob | null | undefined): Download =>
    blob
      ? fromKept(blob)
      : fromNetwork(new URL(file, baseUrl).href, (count) => {
          bytes += count;
          say({ kind: 'progress', bytes });
        });

  limitMemory(HEAP_LIMIT_BYTES);
  const image = plain ? null : manifest.memory;
  const python = kept?.python ?? compile(get(manifest.python, null).chunks);
  const memory = image && get(image, kept?.memory);
  const library = get(manifest.library, kept?.library);
  const imported = image ? null : get(manifest.imported, kept?.imported);

  const archives = [unpack(library.chunks, manifest.library.unpackedBytes)];
  if (imported) archives.push(unpack(imported.chunks, manifest.imported.unpackedBytes));
  const pages = image && memory && endOf('memory', unpack(memory.chunks, image.unpackedBytes));
  const pyodide = await startInterpreter({
    python: endOf('python', Promise.resolve(python)),
    memory: image && pages && { info: image, pages },
    files: endOf('library', Promise.all(archives)).then((all) => all.flatMap(filesOf)),
  });
  phases.push(['interpreter', performance.now()]);
  const run = joinEngine(pyodide, image === null);
  phases.push(['engine', performance.now()]);
  return {
    run,
    phases,
    kept: {
      python: await python,
      memory: (await memory?.whole) ?? null,
      library: await library.whole,
      imported: (await imported?.whole) ?? null,
    },
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
