/** The one simulator of a page. Importing this costs next to nothing; the rest is loaded on intent. */
import { BrowserSimulator } from './browser-simulator';
import { createLauncher } from './launcher';
import { RUN_LIMIT_MILLISECONDS, SMALL_DEVICE_GIGABYTES, SPARE_DELAY_MILLISECONDS } from './limits';
import { announceOutdated } from './load/outdated';
import { builtRuntime } from './runtime.generated';
import type { RuntimeManifest } from './runtime-manifest';
import type { Simulator } from './simulator';
import { missingSupport } from './support';

export type ClientOptions = {
  /** Absolute address of the runtime's folder, with a slash at its end. */
  readonly baseUrl: string;
  /** What lies there; as built, unless it says otherwise. */
  readonly manifest?: RuntimeManifest;
  readonly runLimitMilliseconds?: number;
  /** Called when the host no longer has the runtime of this page, because it has a newer site. */
  readonly onOutdated?: () => void;
};

/** A simulator of its own: for tools and tests. Pages share the one of `getSimulator`. */
export function createSimulator({
  baseUrl,
  manifest = builtRuntime,
  runLimitMilliseconds = RUN_LIMIT_MILLISECONDS,
  onOutdated,
}: ClientOptions): Simulator {
  const { deviceMemory = Number.POSITIVE_INFINITY } = navigator as { readonly deviceMemory?: number };
  return new BrowserSimulator({
    launch: createLauncher(baseUrl, manifest, onOutdated),
    keepsSpare: deviceMemory > SMALL_DEVICE_GIGABYTES,
    spareDelayMilliseconds: SPARE_DELAY_MILLISECONDS,
    runLimitMilliseconds,
    unsupported: missingSupport(),
  });
}

let shared: Simulator | undefined;

/** The page's simulator. Nothing is fetched before `warm` or `run` is called. */
export function getSimulator(): Simulator {
  const basePath = process.env.NEXT_PUBLIC_BASE_PATH ?? '';
  shared ??= createSimulator({
    baseUrl: new URL(`${basePath}/runtime/`, location.href).href,
    onOutdated: announceOutdated,
  });
  return shared;
}
