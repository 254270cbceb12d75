/** What broke an interpreter, told from the error that came out of it. */
import type { InterpreterMessage } from '../messages';

export type Breakdown = Omit<Extract<InterpreterMessage, { kind: 'failed' }>, 'kind'>;

/**
 * @param otherwise the reason where the error says no more than that it happened
 * @returns `message` is Python's or the engine's own words, one line
 */
export function breakdownOf(error: unknown, otherwise: 'boot' | 'run'): Breakdown {
  const message = inWords(error);
  return { reason: reasonOf(error, message) ?? otherwise, message };
}

function reasonOf(error: unknown, message: string): Breakdown['reason'] | null {
  // The browser's stack is shorter than what Python allows itself in C.
  if (/call stack|too much recursion/i.test(message)) return 'recursion';
  // A heap that could not be had; WebAssembly calls it so too.
  if (error instanceof RangeError || /MemoryError|out of memory/i.test(message)) return 'memory';
  return isExit(error) ? 'exit' : null;
}

/** Emscripten ends a program by throwing its status. */
const isExit = (error: unknown) => typeof error === 'object' && error !== null && 'status' in error;

/** The last line, which in a Python traceback is the error; a Python that cannot write one leaves its type. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { type } = error as { readonly type?: unknown };
  const last = error.message.trimEnd().split('\n').at(-1) ?? '';
  if (typeof type === 'string' && !last.startsWith(type)) return type;
  return last === '' ? error.name : last;
}
