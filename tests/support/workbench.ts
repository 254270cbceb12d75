/** A record and a simulator for component tests: in memory, and as quick as the test wants. */
import type { Answer, Change, Draft, ExerciseRecord, LearnerRecord } from '@/lib/progress/record';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import type { RunResult, Simulator, Stage } from '@/lib/simulator/simulator';
import { buildTrace } from './trace';

/** What a workbench, a question and an exercise read and write. */
type RecordOfWork = Omit<
  LearnerRecord,
  'readReview' | 'writeReview' | 'readContents' | 'amendContents' | 'clear'
>;

/** A learner's record in memory. Tabs that share one see each other's changes. */
export class MemoryRecord implements RecordOfWork {
  readonly notice = null;
  readonly drafts = new Map<string, Draft>();
  readonly exercises = new Map<string, ExerciseRecord>();
  readonly #answers = new Map<string, Answer>();
  readonly #listeners = new Set<(change: Change) => void>();

  readonly #preferences = new Map<string, string>();

  readPreference = async (id: string) => this.#preferences.get(id) ?? null;
  readDraft = async (id: string) => this.drafts.get(id) ?? null;
  readAnswer = async (id: string) => this.#answers.get(id) ?? null;
  readExercise = async (id: string) => this.exercises.get(id) ?? null;
  readVisited = async () => new Map();
  markVisited = async () => undefined;

  async writeDraft(id: string, draft: Draft): Promise<void> {
    this.drafts.set(id, draft);
    this.#tell({ store: 'drafts', id });
  }

  async writeAnswer(id: string, answer: Answer): Promise<void> {
    this.#answers.set(id, answer);
    this.#tell({ store: 'answers', id });
  }

  async writeExercise(id: string, exercise: ExerciseRecord): Promise<void> {
    this.exercises.set(id, exercise);
    this.#tell({ store: 'exercises', id });
  }

  async writePreference(id: string, value: string): Promise<void> {
    this.#preferences.set(id, value);
    this.#tell({ store: 'preferences', id });
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** A simulator whose runs the test answers. */
export class ScriptedSimulator implements Simulator {
  stage: Stage = { kind: 'idle' };
  /** What was run, in order. */
  readonly runs: ScenarioInput[] = [];
  /** Whether somebody asked for the interpreter. */
  warmed = false;
  readonly #listeners = new Set<() => void>();

  /** How the next runs go; a rejected promise is a run that gives no trace. */
  answer: (scenario: ScenarioInput, signal?: AbortSignal) => Promise<RunResult> = async () => ({
    trace: buildTrace(),
    wallMilliseconds: 5,
  });

  async warm(): Promise<void> {
    this.warmed = true;
  }

  run(scenario: ScenarioInput, options?: { readonly signal?: AbortSignal }): Promise<RunResult> {
    this.runs.push(scenario);
    return this.answer(scenario, options?.signal);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Changes the stage, as booting does. */
  show(stage: Stage): void {
    this.stage = stage;
    for (const listener of this.#listeners) listener();
  }
}
