/**
 * A question as a page shows it: settled, which means that its right answer has been read from the recorded
 * run. Times are microseconds of virtual time. What an author writes is `questions/question-description.ts`.
 */

export type Option = {
  /** Never changes: the learner's answer names it. */
  readonly id: string;
  /** May hold `inline code`; of a gap or a line, code alone. */
  readonly text: string;
  /** Of an item of an order: whether it happens at all. */
  readonly correct: boolean;
  /** Why it is right or wrong, whichever the learner chose. */
  readonly reason: string;
};

type Common = {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly Option[];
  readonly proof: {
    readonly example: string;
    /** The id of its scenario, by which every run of it is known. */
    readonly run: string;
    /** What to look at in its run. */
    readonly caption: string;
  };
  /** Fingerprint of the wording, by which a kept answer knows that the question was edited since. */
  readonly hash: string;
};

export type ChoiceQuestion = Common & { readonly kind: 'single' | 'multiple' };

/** Put the events in order; what does not happen belongs under "never happens". */
export type OrderQuestion = Common & {
  readonly kind: 'order';
  /** Ids of the options that happen, in the order in which they do. */
  readonly order: readonly string[];
};

/** Fill the gap of a few lines of code; where it is, they say `____`. */
export type GapQuestion = Common & {
  readonly kind: 'gap';
  readonly file: string;
  readonly code: string;
};

/** Choose the line of a file at which something happens. */
export type LineQuestion = Common & {
  readonly kind: 'line';
  readonly file: string;
  /** The whole file, from line 1 on. Some lines are options, by their id. */
  readonly lines: readonly { readonly text: string; readonly option: string | null }[];
};

/** What is the request doing at that time? The ids of the options are the states. */
export type MomentQuestion = Common & {
  readonly kind: 'moment';
  readonly request: string;
  readonly at: number;
};

/** When does it happen? The options are bands of the range. */
export type TimeQuestion = Common & {
  readonly kind: 'time';
  readonly range: readonly [number, number];
  /** A bet so near to the truth is right, whatever band it lies in. */
  readonly tolerance: number;
  /** When it happened in the run. */
  readonly truth: number;
  /** Of the options, in their order: where each begins and ends. */
  readonly bands: readonly (readonly [number, number])[];
};

export type Question =
  | ChoiceQuestion
  | OrderQuestion
  | GapQuestion
  | LineQuestion
  | MomentQuestion
  | TimeQuestion;

type Without<Kind, Field extends PropertyKey> = Kind extends unknown ? Omit<Kind, Field> : never;

/** A question before its fingerprint is taken. */
export type UnsignedQuestion = Without<Question, 'hash'>;
