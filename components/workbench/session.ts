/**
 * One learner at one workbench: the texts, their draft, and the runs.
 *
 * A store without React. The draft is written on each pause in typing and before anything that replaces
 * text, and whatever is replaced stays reachable in its history, so nothing typed is lost.
 */
import {
  type Draft,
  type EarlierVersion,
  type Files,
  HISTORY_LIMIT,
  type LearnerRecord,
} from '@/lib/progress/record';
import { explainSimulatorError, explainTrace } from '@/lib/simulator/explain-error';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { type Simulator, SimulatorError } from '@/lib/simulator/simulator';
import { leaveNote, takeNote } from './parting-note';
import { fetchRecording } from './recording';
import { type ExplainedRun, type SessionState, sameFiles, untouched } from './session-state';

/** How long typing must rest before the draft is written, in milliseconds. */
const PAUSE = 400;

const UNDO_WORDS: Readonly<Record<string, string>> = {
  reset: 'Undo reset',
  solution: 'Undo solution',
  undo: 'Redo',
  'another tab': 'Undo the change from another tab',
  arrangement: 'Undo',
  opening: 'Back to what was here',
};

/** What a session needs of the learner's record. */
export type SessionRecord = Pick<LearnerRecord, 'readDraft' | 'writeDraft' | 'subscribe' | 'notice'>;

export type SessionOptions = {
  readonly id: string;
  /** What is run with these texts, one after the other. Throws a SimulatorError where they make no scenario. */
  readonly scenariosOf: (files: Files) => readonly ScenarioInput[];
  /** The texts that Reset brings back. */
  readonly seed: Files;
  /** Files may come and go; else a draft has those of the seed, whatever it was written with. */
  readonly keepsEveryFile?: boolean;
  readonly record: SessionRecord;
  readonly simulator: Simulator;
};

export class Session {
  readonly #options: SessionOptions;
  readonly #listeners = new Set<() => void>();
  #state: SessionState;
  #history: readonly EarlierVersion[] = [];
  /** The texts as they were last read from or written to the record. */
  #kept: Files;
  /** The texts that the record is known to have: a write under way dies with its page. */
  #written: Files;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #abort: AbortController | null = null;
  readonly #stops: readonly (() => void)[];

  private constructor(options: SessionOptions) {
    this.#options = options;
    this.#kept = options.seed;
    this.#written = options.seed;
    this.#state = { ...untouched(options.seed), stage: options.simulator.stage };
    this.#stops = [
      options.simulator.subscribe(() => this.#set({ stage: options.simulator.stage })),
      options.record.subscribe((change) => {
        if (change.store === 'notice') this.#set({ notice: options.record.notice });
        if (change.store === 'drafts' && change.id === options.id) void this.#adopt();
      }),
    ];
  }

  /** Opens the session with the learner's draft, if there is one. */
  static async open(options: SessionOptions): Promise<Session> {
    const session = new Session(options);
    const draft = await options.record.readDraft(options.id);
    if (draft !== null) session.#take(draft);
    const unsaved = takeNote(options.id);
    if (unsaved !== null) {
      session.#set({ files: session.#own({ ...session.#state.files, ...unsaved }) });
      void session.keep();
    }
    session.#set({ notice: options.record.notice });
    return session;
  }

  /** The present state; the same object until something changes. */
  readonly getState = (): SessionState => this.#state;

  /** Calls back after each change; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps the draft, ends what is under way and stops listening. */
  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.cancel();
    await this.keep();
  }

  /** Takes over what the learner typed. */
  edit(path: string, source: string): void {
    if (this.#state.files[path] === source) return;
    this.#set({ files: { ...this.#state.files, [path]: source } });
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), PAUSE);
  }

  /** The page may go at any moment: whatever is not kept yet is noted at once, and then kept. */
  leave(): void {
    const { files } = this.#state;
    if (sameFiles(files, this.#written)) return;
    leaveNote(this.#options.id, files);
    void this.keep();
  }

  /** Writes the draft now, if anything changed since. */
  async keep(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const { files } = this.#state;
    if (sameFiles(files, this.#kept)) return;
    await this.#write(files);
  }

  /** Brings back the texts as the learner first found them. */
  async reset(): Promise<void> {
    await this.replace(this.#options.seed, 'reset');
  }

  /** Puts other texts in place of the learner's, who can undo it. `by` is 'reset', 'solution', 'undo', ... */
  async replace(files: Files, by: string): Promise<void> {
    if (sameFiles(files, this.#state.files)) return;
    this.#remember(this.#state.files, by);
    this.#set({ files: { ...files }, revision: this.#state.revision + 1, undo: this.#undoWords() });
    await this.#write(files);
  }

  /** Brings back what the last Reset or solution replaced; a second time, undoes the undo. */
  async undo(): Promise<void> {
    const [latest, ...earlier] = this.#history;
    if (latest === undefined) return;
    this.#history = earlier;
    await this.replace(latest.files, 'undo');
  }

  /** Runs every scenario with the present texts. A run under way is left to end. */
  async run(): Promise<void> {
    if (this.#state.run.kind === 'running') return;
    void this.keep();
    const { files } = this.#state;
    const abort = new AbortController();
    this.#abort = abort;
    const results: ExplainedRun[] = [];
    this.#set({ runs: this.#state.runs + 1 });
    try {
      for (const [index, scenario] of this.#options.scenariosOf(files).entries()) {
        this.#set({ run: { kind: 'running', index } });
        const result = await this.#options.simulator.run(scenario, { signal: abort.signal });
        results.push({ ...result, problems: explainTrace(result.trace) });
      }
      const earlier = this.#state.finished;
      const number = (earlier?.number ?? 0) + 1;
      this.#set({ run: { kind: 'done' }, earlier, finished: { number, results, files } });
    } catch (reason) {
      const error =
        reason instanceof SimulatorError
          ? reason
          : new SimulatorError('crashed', `The run failed: ${String(reason)}. Press Run to try again.`);
      const problem = explainSimulatorError(error);
      this.#set({ run: { kind: 'failed', problem, index: results.length } });
    } finally {
      this.#abort = null;
    }
  }

  /** Fetches the recorded run, so that it can be played before Python arrives. */
  async showRecording(url: string): Promise<void> {
    if (this.#state.recorded !== null) return;
    try {
      this.#set({ recorded: await fetchRecording(url) });
    } catch {
      this.#set({ notice: 'The recorded run could not be fetched. Press Run to make it here.' });
    }
  }

  /** Ends the run under way; what was typed stays. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** Another tab wrote the draft: follow it, unless something typed here is not yet written. */
  async #adopt(): Promise<void> {
    const draft = await this.#options.record.readDraft(this.#options.id);
    if (draft === null || sameFiles(this.#own(draft.files), this.#state.files)) return;
    if (!sameFiles(this.#state.files, this.#kept)) return;
    const mine = this.#state.files;
    this.#take(draft);
    this.#remember(mine, 'another tab');
    this.#set({ undo: this.#undoWords() });
  }

  /** The files that this workbench has, as the draft has them; the course may have changed since. */
  #own(files: Files): Files {
    if (this.#options.keepsEveryFile) return files;
    return Object.fromEntries(
      Object.entries(this.#options.seed).map(([path, source]) => [path, files[path] ?? source]),
    );
  }

  #take(draft: Draft): void {
    const files = this.#own(draft.files);
    this.#history = draft.history;
    this.#kept = files;
    this.#written = files;
    this.#set({ files, revision: this.#state.revision + 1, undo: this.#undoWords() });
  }

  async #write(files: Files): Promise<void> {
    const { record, id } = this.#options;
    const draft = await record.readDraft(id);
    const stored = draft === null ? null : this.#own(draft.files);
    if (stored !== null && !sameFiles(stored, this.#kept) && !sameFiles(stored, files)) {
      this.#remember(stored, 'another tab');
    }
    this.#kept = files;
    await record.writeDraft(id, { files, savedAt: Date.now(), history: this.#history });
    this.#written = files;
    takeNote(id);
    this.#set({ notice: record.notice, undo: this.#undoWords() });
  }

  #remember(files: Files, replacedBy: string): void {
    const version = { files, savedAt: Date.now(), replacedBy };
    this.#history = [version, ...this.#history].slice(0, HISTORY_LIMIT);
  }

  #undoWords(): string | null {
    const latest = this.#history[0];
    return latest === undefined ? null : (UNDO_WORDS[latest.replacedBy] ?? 'Undo');
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
