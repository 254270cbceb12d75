/** What one run may use of the reader's machine. Limits on what a scenario does are the engine's own. */

/** The interpreter's heap at most; an idle one takes about 40 MB. */
export const HEAP_LIMIT_BYTES = 512 * 1024 * 1024;

/** Real time from the start of a run to its trace. */
export const RUN_LIMIT_MILLISECONDS = 10_000;

/** Real time within which an interpreter says that it has got its run; one that does not is dead. */
export const ANSWER_LIMIT_MILLISECONDS = 2000;

/** Real time without any sign of life from a worker that boots or downloads. */
export const SILENCE_LIMIT_MILLISECONDS = 60_000;

/** After the workers of an interpreter were started, before the page loads what can wait. */
export const HEAD_START_MILLISECONDS = 200;

/** After a run, before the next interpreter boots: the result is painted first. */
export const SPARE_DELAY_MILLISECONDS = 200;

/** With this much memory (GB, as browsers report it) or less, no spare interpreter is kept. */
export const SMALL_DEVICE_GIGABYTES = 2;
