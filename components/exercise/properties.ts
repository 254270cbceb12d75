/** What a page hands to an exercise. */
import type { Check } from '@/lib/checks/check';
import type { ScenarioInput } from '@/lib/simulator/scenario';

export type ExerciseProperties = {
  /** Under this id draft and result are kept. Never changes. */
  readonly id: string;
  readonly title: string;
  /** What must be true at the end, in a sentence or two. Text in `backticks` is code. */
  readonly goal: string;
  /** From a nudge to nearly the answer. */
  readonly hints: readonly string[];
  /** Each is run with the learner's files in it; `title` names its tab. */
  readonly stacks: readonly ScenarioInput[];
  /** In how many other orders of what happens at the same instant every check must hold as well; none if left out. */
  readonly orders?: number;
  /** The editable files as the learner first finds them, by path. */
  readonly seed: Readonly<Record<string, string>>;
  /** Fetches the same files, solved; only called when the learner asks for them or has passed. */
  readonly loadSolution: () => Promise<Readonly<Record<string, string>>>;
  /** Shiki's `<pre>` per path: of the seed, and of files of the stacks worth reading. */
  readonly highlighted: Readonly<Record<string, string>>;
  /** Loads the checks on intent; a function because checks are code and cannot cross from the server. */
  readonly loadChecks: () => Promise<readonly Check[]>;
  /** Where the course goes on. */
  readonly next?: { readonly href: `/${string}`; readonly title: string };
};
