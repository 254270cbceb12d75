/** The page that starts an interpreter for each job; served beside what interpreters are made of. */
import type { MemoryImageInfo } from '../../lib/simulator/runtime-manifest';
import type { SuiteAnswer, SuiteStart } from './worker';

/** Real time for one module, most of which take a few seconds. */
const JOB_LIMIT_MILLISECONDS = 120_000;

const file = async (name: string) => {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name} is not there`);
  return response;
};
const bytes = async (name: string) => new Uint8Array(await (await file(name)).arrayBuffer());

async function fetchParts() {
  const [python, pages, library, suites, image, worker] = await Promise.all([
    WebAssembly.compileStreaming(file('python.wasm')),
    bytes('memory.bin'),
    bytes('library.bin'),
    bytes('suites.bin'),
    file('image.json').then((response): Promise<MemoryImageInfo> => response.json()),
    file('worker.js').then((response) => response.blob()),
  ]);
  return { python, pages, archives: [library, suites], image, worker: URL.createObjectURL(worker) };
}

let parts: ReturnType<typeof fetchParts> | undefined;

/** Runs one job in a fresh interpreter. @returns its report as JSON; rejects when there is none */
async function runJob(job: string): Promise<string> {
  parts ??= fetchParts();
  const { worker: url, ...start } = await parts;
  const worker = new Worker(url, { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const answer = Promise.withResolvers<SuiteAnswer>();
  worker.onerror = () => answer.reject(new Error('the worker stopped'));
  const tooLong = new Error(`no answer within ${JOB_LIMIT_MILLISECONDS / 1000} seconds`);
  const limit = setTimeout(() => answer.reject(tooLong), JOB_LIMIT_MILLISECONDS);
  port1.onmessage = ({ data }: MessageEvent<SuiteAnswer>) => answer.resolve(data);
  worker.postMessage({ ...start, job } satisfies SuiteStart, [port2]);
  try {
    const said = await answer.promise;
    if ('error' in said) throw new Error(said.error);
    return said.report;
  } finally {
    clearTimeout(limit);
    worker.terminate();
    port1.close();
  }
}

Object.assign(globalThis, { runJob });
