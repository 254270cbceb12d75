/**
 * An interpreter's worker like lib/simulator/worker.ts, which it follows step by step, with more files in it
 * and another program: a test suite's runner in the place of a scenario.
 */
import { filesOf } from '../../lib/simulator/boot/archive';
import { startInterpreter } from '../../lib/simulator/boot/interpreter';
import { lockDown } from '../../lib/simulator/boot/lockdown';
import { limitMemory } from '../../lib/simulator/boot/memory-limit';
import { createEngineHost } from '../../lib/simulator/engine-host';
import { HEAP_LIMIT_BYTES } from '../../lib/simulator/limits';
import type { MemoryImageInfo } from '../../lib/simulator/runtime-manifest';

export type SuiteStart = {
  readonly image: MemoryImageInfo;
  readonly python: WebAssembly.Module;
  readonly pages: Uint8Array;
  readonly archives: readonly Uint8Array<ArrayBuffer>[];
  /** JSON: see `Job` in python/suites/outcomes.py. */
  readonly job: string;
};

/** What came of it: `report` is JSON, see `Report` in python/suites/in_browser.py. */
export type SuiteAnswer = { readonly report: string } | { readonly error: string };

addEventListener(
  'message',
  ({ data, ports: [page] }: MessageEvent<SuiteStart>) => {
    if (page) void answer(data, page);
  },
  { once: true },
);

async function answer(start: SuiteStart, page: MessagePort): Promise<void> {
  const say = (message: SuiteAnswer) => page.postMessage(message);
  try {
    say({ report: await runSuite(start) });
  } catch (error) {
    say({ error: error instanceof Error ? error.message : String(error) });
  }
}

async function runSuite({ image, python, pages, archives, job }: SuiteStart): Promise<string> {
  limitMemory(HEAP_LIMIT_BYTES);
  const pyodide = await startInterpreter({
    python: Promise.resolve(python),
    memory: { info: image, pages: Promise.resolve(pages) },
    files: Promise.resolve(archives.flatMap(filesOf)),
  });
  const { run } = pyodide.pyimport('suites.in_browser');
  pyodide.pyimport('await_points.boot').connect(createEngineHost(pyodide));
  const open = lockDown(globalThis);
  if (open.length > 0) throw new Error(`these globals would stay open: ${open.join(', ')}`);
  return await run.callPromising(job);
}
