/** The course's own words about a rule of Ruff. Any text may hold `inline code`. */
export type Explanation = {
  /** What is the matter, as a heading. */
  readonly title: string;
  readonly why: string;
  /** What to write instead. */
  readonly instead: string;
  readonly unit: {
    readonly title: string;
    /** The section that teaches it, from the root of the site. */
    readonly address: `/learn/${string}`;
  };
};

/** By the code of the rule. */
export type Explanations = Readonly<Record<string, Explanation>>;
