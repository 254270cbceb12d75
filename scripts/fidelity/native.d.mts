/** Runs the scenarios of a file in CPython: each comes back with its `expected`, or a `native_error` in its place. */
export function recordNatively(
  path: string,
  options?: { readonly only?: string; readonly runs?: number },
): Promise<{
  readonly scenarios: readonly {
    readonly id: string;
    readonly expected?: unknown;
    readonly native_error?: string;
  }[];
}>;
