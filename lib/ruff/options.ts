/** What Ruff is asked in the editor, and how it knows the course's Python. */

/** Names that a run puts among the globals of every file (see lib/simulator/python). */
const INJECTED = ['burn', 'log'];

/**
 * All about async code; names that do not exist or are not used, and what else Pyflakes is sure of; `await` outside of a
 * coroutine; a clause that catches cancellation; and a task that nobody keeps. Style is left to the formatter.
 */
const RULES = ['ASYNC', 'F', 'PLE1142', 'E722', 'RUF006'];

/** As the constructor of Ruff's `Workspace` takes them. */
export const ruffOptions = {
  // The interpreter's, which is newer than what the course's own files are written for.
  'target-version': 'py314',
  'line-length': 100,
  builtins: INJECTED,
  lint: { select: RULES },
};

/** The code of a text that Python could not read. Ruff has no rule of that name. */
export const SYNTAX = 'invalid-syntax';
