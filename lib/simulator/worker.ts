/**
 * The worker: one interpreter, one run. It boots from the parts that the loader sends, joins Python to its
 * host, gives up every global that leads out, and then runs what the client sends over a port that only
 * this module holds.
 */
import type { PyodideAPI } from 'pyodide';
import type { PyCallable, PyProxy } from 'pyodide/ffi';
import { filesOf } from './boot/archive';
import { breakdownOf } from './boot/breakdown';
import { startInterpreter } from './boot/interpreter';
import { lockDown } from './boot/lockdown';
import { limitMemory } from './boot/memory-limit';
import { createEngineHost, type EngineHost } from './engine-host';
import { HEAP_LIMIT_BYTES } from './limits';
import type { InterpreterMessage, PartMessage, RunMessage, StartMessage } from './messages';

/** The Python side of the engine: the package `await_points`, module `boot`. */
type Engine = PyProxy & {
  /** Imports and prepares everything; done when the memory image was made, unless there is none. */
  prepare(): void;
  connect(host: EngineHost): void;
  readonly run: PyCallable;
};

/** Scenario in, trace out, both JSON. */
type Run = (scenario: string) => Promise<string>;

addEventListener(
  'message',
  ({ data, ports: [client, loader] }: MessageEvent<StartMessage>) => {
    if (client && loader) void live(data, client, loader);
  },
  { once: true },
);

async function live(start: StartMessage, client: MessagePort, loader: MessagePort): Promise<void> {
  // Bound while nothing else has run here: nobody can put something else in its place.
  const post = client.postMessage.bind(client);
  const say = (message: InterpreterMessage) => post(message);
  try {
    const run = await boot(start, loader);
    loader.close();
    const open = lockDown(globalThis);
    if (open.length > 0) throw new Error(`these globals would stay open: ${open.join(', ')}`);
    client.onmessage = async ({ data }: MessageEvent<RunMessage>) => {
      client.onmessage = null;
      say({ kind: 'running' });
      try {
        say({ kind: 'trace', text: await run(data.scenario) });
      } catch (error) {
        say({ kind: 'failed', ...breakdownOf(error, 'run') });
      }
    };
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'failed', ...breakdownOf(error, 'boot') });
  }
}

async function boot({ image: info }: StartMessage, loader: MessagePort): Promise<Run> {
  limitMemory(HEAP_LIMIT_BYTES);
  const { python, library, image } = partsFrom(loader);
  const archives = Promise.all(info ? [library] : [library, image]);
  const pyodide = await startInterpreter({
    python,
    memory: info && { info, pages: image },
    files: archives.then((all) => all.flatMap(filesOf)),
  });
  return joinEngine(pyodide, info === null);
}

/** The parts as promises. The client ends this worker when the loader fails. */
function partsFrom(loader: MessagePort) {
  const python = Promise.withResolvers<WebAssembly.Module>();
  const library = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const image = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  loader.onmessage = ({ data }: MessageEvent<PartMessage>) => {
    if (data.kind === 'python') python.resolve(data.module);
    else if (data.kind === 'library') library.resolve(data.body);
    else image.resolve(data.body);
  };
  return { python: python.promise, library: library.promise, image: image.promise };
}

function joinEngine(pyodide: PyodideAPI, unprepared: boolean): Run {
  const engine: Engine = pyodide.pyimport('await_points.boot');
  if (unprepared) engine.prepare();
  const crash = Promise.withResolvers<never>();
  engine.connect(createEngineHost(pyodide, crash.reject));
  const { run } = engine;
  return (scenario) => Promise.race([run.callPromising(scenario), crash.promise]);
}
