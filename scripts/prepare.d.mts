export type BuiltSite = {
  /** Where it is written, from the root of the repository. */
  readonly folder?: string;
  /** The folder of its host below which it will stand, without a slash at its end. */
  readonly base?: string;
  /** Its host, such as https://example.org. */
  readonly address?: string;
};

/** Builds the static site, unless the one in its folder was made from the same files. */
export function prepareSite(site?: BuiltSite): void;
