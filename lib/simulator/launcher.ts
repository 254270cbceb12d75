/** Fetches what a worker starts from, once, and starts workers: from the memory image, or plainly. */
import type { BootProgress, Interpreter, Launch } from './interpreter';
import type { KeptArtefacts } from './messages';
import type { RuntimeManifest } from './runtime-manifest';
import { SimulatorError } from './simulator';
import { startWorkerInterpreter } from './worker-interpreter';

type Source = {
  readonly manifest: RuntimeManifest;
  readonly sourceUrl: string;
  readonly border: typeof import('./border');
};

/** @param baseUrl absolute address of the runtime's folder, with a slash at its end */
export function createLauncher(baseUrl: string): Launch {
  let source: Promise<Source> | null = null;
  let kept: KeptArtefacts | null = null;
  /** Set once the image would not start here; the slow way is tried from then on. */
  let plain = false;

  const prepare = () => {
    source ??= fetchSource(baseUrl).catch((error: unknown) => {
      source = null;
      throw error;
    });
    return source;
  };

  return (onProgress) => {
    let worker: Interpreter | null = null;
    let ended = false;
    const start = async (): Promise<void> => {
      const { manifest, sourceUrl, border } = await prepare();
      const isPlain = plain || manifest.memory === null;
      const totalBytes = kept ? 0 : bytesToFetch(manifest, isPlain);
      if (ended) throw new SimulatorError('cancelled', 'The run was cancelled.');
      reportStart(onProgress, totalBytes, isPlain);
      worker = startWorkerInterpreter({
        sourceUrl,
        start: { kind: 'start', baseUrl, manifest, plain: isPlain, kept },
        totalBytes,
        parse: border.workerMessageFrom,
        onProgress,
        onKept: (artefacts) => {
          kept = artefacts;
        },
      });
      try {
        await worker.ready;
      } catch (error) {
        worker.end();
        const mayTryPlainly = !isPlain && error instanceof SimulatorError && error.kind === 'crashed';
        if (!mayTryPlainly) throw error;
        plain = true;
        kept = null;
        await start();
      }
    };
    const ready = start();
    ready.catch(() => undefined);
    return {
      ready,
      get isReady() {
        return worker?.isReady ?? false;
      },
      async run(scenario) {
        await ready;
        if (!worker) throw new SimulatorError('crashed', 'Python did not start. Run again.');
        return await worker.run(scenario);
      },
      end() {
        ended = true;
        worker?.end();
      },
    };
  };
}

function bytesToFetch({ python, library, imported, memory }: RuntimeManifest, plain: boolean): number {
  return python.bytes + library.bytes + (plain ? imported.bytes : (memory?.bytes ?? 0));
}

function reportStart(onProgress: (progress: BootProgress) => void, totalBytes: number, plain: boolean): void {
  onProgress(
    totalBytes > 0 ? { kind: 'downloading', bytes: 0, totalBytes } : { kind: 'starting', fallback: plain },
  );
}

async function fetchSource(baseUrl: string): Promise<Source> {
  const response = fetchFile(new URL('manifest.json', baseUrl), { cache: 'no-cache' });
  const border = await import('./border');
  const manifest = border.manifestFrom(await (await response).json());
  const packed = await fetchFile(new URL(manifest.worker.file, baseUrl), { cache: 'force-cache' });
  if (!packed.body) throw downloadFailed();
  const unpacked = packed.body.pipeThrough(new DecompressionStream('gzip'));
  const source = await new Response(unpacked).blob();
  const script = new Blob([source], { type: 'text/javascript' });
  return { manifest, border, sourceUrl: URL.createObjectURL(script) };
}

async function fetchFile(url: URL, options: RequestInit): Promise<Response> {
  const response = await fetch(url, options).catch(() => null);
  if (!response?.ok) throw downloadFailed();
  return response;
}

const downloadFailed = () =>
  new SimulatorError('download', 'Python could not be downloaded. Check the connection and run again.');
