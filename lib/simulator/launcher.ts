/** Fetches what a worker starts from, once, and starts workers: from the memory image, or plainly. */
import type { BootProgress, Interpreter, Launch } from './interpreter';
import type { KeptArtefacts } from './messages';
import type { RuntimeManifest } from './runtime-manifest';
import { SimulatorError } from './simulator';
import { startWorkerInterpreter } from './worker-interpreter';

type Source = {
  readonly manifest: RuntimeManifest;
  readonly loaderUrl: string;
  readonly workerUrl: Promise<string>;
  readonly border: typeof import('./border');
};

/** @param baseUrl absolute address of the runtime's folder, with a slash at its end */
export function createLauncher(baseUrl: string): Launch {
  let source: Promise<Source> | null = null;
  let kept: KeptArtefacts | null = null;
  /** Set once the image would not start here; the slow way is tried from then on. */
  let plain = false;

  const prepare = () => {
    source ??= fetchSource(baseUrl);
    // What failed is fetched again with the next start.
    const forget = () => {
      source = null;
    };
    source.then(({ workerUrl }) => workerUrl).catch(forget);
    return source;
  };

  return (onProgress) => {
    let worker: Interpreter | null = null;
    let ended = false;
    const start = async (): Promise<void> => {
      const { manifest, loaderUrl, workerUrl, border } = await prepare();
      const image = plain ? null : manifest.memory;
      const isPlain = image === null;
      const totalBytes = kept ? 0 : bytesToFetch(manifest, isPlain);
      if (ended) throw new SimulatorError('cancelled', 'The run was cancelled.');
      reportStart(onProgress, totalBytes, isPlain);
      worker = startWorkerInterpreter({
        loaderUrl,
        workerUrl,
        load: {
          baseUrl,
          python: manifest.python,
          library: manifest.library,
          image: image ?? manifest.imported,
          kept,
        },
        start: { image },
        totalBytes,
        border,
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
  const manifestFile = fetchFile(new URL('manifest.json', baseUrl), { cache: 'no-cache' });
  const border = await import('./border');
  const manifest = border.manifestFrom(await (await manifestFile).json());
  const workerUrl = fetchScript(new URL(manifest.worker.file, baseUrl));
  workerUrl.catch(() => undefined);
  const loaderUrl = await fetchScript(new URL(manifest.loader.file, baseUrl));
  return { manifest, border, loaderUrl, workerUrl };
}

/** Unpacks a worker's JavaScript. @returns the address of a blob to start it from */
async function fetchScript(url: URL): Promise<string> {
  const { body } = await fetchFile(url, { cache: 'force-cache' });
  if (!body) throw downloadFailed();
  const unpacked = body.pipeThrough(new DecompressionStream('gzip'));
  const headers = { 'Content-Type': 'text/javascript' };
  return URL.createObjectURL(await new Response(unpacked, { headers }).blob());
}

async function fetchFile(url: URL, options: RequestInit): Promise<Response> {
  const response = await fetch(url, options).catch(() => null);
  if (!response?.ok) throw downloadFailed();
  return response;
}

const downloadFailed = () =>
  new SimulatorError('download', 'Python could not be downloaded. Check the connection and run again.');
