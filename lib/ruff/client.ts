/** The one Ruff of a page. It is fetched with the first question, and lives as long as the page. */
import { siteAddress } from '@/lib/course/addresses';
import { fetchScript } from '@/lib/simulator/load/fetch-script';
import { announceOutdated, OUTDATED } from '@/lib/simulator/load/outdated';
import type { Diagnostic, Formatted } from './diagnostic';
import type { AnswerMessage, AskMessage, StartMessage } from './messages';
import { builtRuff } from './ruff.generated';

/** Ruff could not be fetched or started. The message is for the reader; asking again tries again. */
export class RuffUnavailable extends Error {}

export type Progress = {
  /** On the wire, of `totalBytes`. */
  readonly bytes: number;
  readonly totalBytes: number;
};

export interface Ruff {
  /** Resolves when it can answer. @throws RuffUnavailable */
  ready(): Promise<void>;
  /** @throws RuffUnavailable */
  check(source: string): Promise<readonly Diagnostic[]>;
  /** @throws RuffUnavailable */
  format(source: string): Promise<Formatted>;
  /** What came over the wire so far; null while nothing is being fetched. A value that stays the same until it changes. */
  readonly getProgress: () => Progress | null;
  /** Tells of progress. */
  readonly subscribe: (listener: () => void) => () => void;
  /** It has been fetched and answers at once. */
  readonly isReady: boolean;
}

type Answer = Extract<AnswerMessage, { readonly id: number }>;

const totalBytes = builtRuff.ruff.bytes;
const unavailable = () => new RuffUnavailable('Ruff could not be fetched. Check the connection.');

/** A worker that is there, and the questions it has not answered yet. */
type Open = { readonly worker: Worker; readonly asked: Map<number, PromiseWithResolvers<Answer>> };

class RuffInWorker implements Ruff {
  readonly #listeners = new Set<() => void>();
  #open: Promise<Open> | null = null;
  #progress: Progress | null = null;
  #asked = 0;
  isReady = false;

  async ready(): Promise<void> {
    await this.#worker();
  }

  async check(source: string): Promise<readonly Diagnostic[]> {
    const answer = await this.#ask('check', source);
    return answer.kind === 'checked' ? answer.diagnostics : [];
  }

  async format(source: string): Promise<Formatted> {
    const answer = await this.#ask('format', source);
    if (answer.kind !== 'formatted') throw unavailable();
    return answer.formatted;
  }

  readonly getProgress = (): Progress | null => this.#progress;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #ask(ask: AskMessage['ask'], source: string): Promise<Answer> {
    const { worker, asked } = await this.#worker();
    this.#asked += 1;
    const message: AskMessage = { id: this.#asked, ask, source };
    const answer = Promise.withResolvers<Answer>();
    asked.set(message.id, answer);
    worker.postMessage(message);
    return await answer.promise;
  }

  #worker(): Promise<Open> {
    this.#open ??= this.#start().catch((error: unknown) => {
      // The next question tries again.
      this.#open = null;
      this.#show(null);
      if (!(error instanceof Error && error.message === OUTDATED)) throw unavailable();
      announceOutdated();
      throw new RuffUnavailable(OUTDATED);
    });
    return this.#open;
  }

  async #start(): Promise<Open> {
    this.#show({ bytes: 0, totalBytes });
    const folder = new URL(siteAddress('/ruff/'), location.href);
    const script = await fetchScript(new URL(builtRuff.worker.file, folder), unavailable);
    const worker = new Worker(script, { type: 'module', name: 'ruff' });
    const asked: Open['asked'] = new Map();
    const opening = Promise.withResolvers<Open>();

    const fail = (error: Error) => {
      worker.terminate();
      this.isReady = false;
      this.#open = null;
      opening.reject(error);
      for (const { reject } of asked.values()) reject(unavailable());
    };
    worker.onerror = () => fail(unavailable());
    worker.onmessage = ({ data }: MessageEvent<AnswerMessage>) => {
      if (data.kind === 'progress') {
        this.#show({ bytes: (this.#progress?.bytes ?? 0) + data.bytes, totalBytes });
      } else if (data.kind === 'ready') {
        this.isReady = true;
        this.#show(null);
        opening.resolve({ worker, asked });
      } else if (data.kind === 'failed') fail(new Error(data.message));
      else {
        asked.get(data.id)?.resolve(data);
        asked.delete(data.id);
      }
    };
    const start: StartMessage = {
      url: new URL(builtRuff.ruff.file, folder).href,
      unpackedBytes: builtRuff.ruff.unpackedBytes,
    };
    worker.postMessage(start);
    return await opening.promise;
  }

  #show(progress: Progress | null): void {
    this.#progress = progress;
    for (const listener of this.#listeners) listener();
  }
}

let shared: Ruff | undefined;

/** The page's Ruff. Nothing is fetched before it is asked. */
export function getRuff(): Ruff {
  shared ??= new RuffInWorker();
  return shared;
}
