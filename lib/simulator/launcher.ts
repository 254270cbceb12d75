/** Fetches what a worker starts from, once, and starts workers: from the memory image, or plainly. */
import { fetchBorder } from './fetch-border';
import type { BootProgress, Interpreter, Launch } from './interpreter';
import { HEAD_START_MILLISECONDS } from './limits';
import { fetchScript } from './load/fetch-script';
import { Outdated } from './load/outdated';
import type { KeptArtefacts } from './messages';
import type { RuntimeManifest } from './runtime-manifest';
import { SimulatorError } from './simulator';
import { startWorkerInterpreter, type WorkerOptions } from './worker-interpreter';

/** Addresses of the workers' unpacked JavaScript, and what reads their messages. */
type Source = Pick<WorkerOptions, 'loaderUrl' | 'workerUrl' | 'border'> & Pick<Interpreter, 'begun'>;

/**
 * @param baseUrl absolute address of the runtime's folder, with a slash at its end
 * @param onOutdated called when the host no longer has this page's runtime
 */
export function createLauncher(
  baseUrl: string,
  manifest: RuntimeManifest,
  onOutdated: () => void = () => undefined,
): Launch {
  let source: Source | null = null;
  let kept: KeptArtefacts | null = null;
  /** Set once the image would not start here; the slow way is tried from then on. */
  let plain = false;

  const fetchSource = () => {
    if (source !== null) return source;
    const loaderUrl = fetchWorker(new URL(manifest.loader.file, baseUrl));
    const workerUrl = fetchWorker(new URL(manifest.worker.file, baseUrl));
    const begun = Promise.allSettled([loaderUrl, workerUrl]).then(headStart);
    const border = begun.then(fetchBorder);
    source = { loaderUrl, workerUrl, begun, border };
    // What failed is fetched again with the next start.
    Promise.all([loaderUrl, workerUrl, border]).catch(() => {
      source = null;
    });
    return source;
  };

  return (onProgress) => {
    let worker: Omit<Interpreter, 'begun'> | null = null;
    let ended = false;
    const start = async (): Promise<void> => {
      const image = plain ? null : manifest.memory;
      const isPlain = image === null;
      const totalBytes = kept ? 0 : bytesToFetch(manifest, isPlain);
      if (ended) throw new SimulatorError('cancelled', 'The run was cancelled.');
      reportStart(onProgress, totalBytes, isPlain);
      worker = startWorkerInterpreter({
        ...fetchSource(),
        load: {
          baseUrl,
          python: manifest.python,
          library: manifest.library,
          image: image ?? manifest.imported,
          kept,
        },
        start: { image },
        totalBytes,
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
    const { begun } = fetchSource();
    const ready = start();
    ready.catch((error) => {
      if (error instanceof SimulatorError && error.kind === 'outdated') onOutdated();
    });
    return {
      begun,
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

const headStart = () => new Promise<void>((resolve) => setTimeout(resolve, HEAD_START_MILLISECONDS));

function bytesToFetch({ python, library, imported, memory }: RuntimeManifest, plain: boolean): number {
  return python.bytes + library.bytes + (plain ? imported.bytes : (memory?.bytes ?? 0));
}

function reportStart(onProgress: (progress: BootProgress) => void, totalBytes: number, plain: boolean): void {
  onProgress(
    totalBytes > 0 ? { kind: 'downloading', bytes: 0, totalBytes } : { kind: 'starting', fallback: plain },
  );
}

const fetchWorker = (url: URL) =>
  fetchScript(url, downloadFailed).catch((error: unknown) => {
    throw error instanceof Outdated ? new SimulatorError('outdated', error.message) : error;
  });

const downloadFailed = () =>
  new SimulatorError('download', 'Python could not be downloaded. Check the connection and run again.');
