import { describe, expect, it } from 'vitest';
import { breakdownOf } from './breakdown';

/** A Python error as Pyodide throws it. */
const pythonError = (type: string, message: string) => Object.assign(new Error(message), { type });

describe('what broke an interpreter', () => {
  it.each([
    ['a stack overflow in Chrome', new RangeError('Maximum call stack size exceeded'), 'recursion'],
    ['a stack overflow in Firefox', new Error('too much recursion'), 'recursion'],
    ['a heap that could not be had', new RangeError('Array buffer allocation failed'), 'memory'],
    ['a MemoryError of Python', pythonError('MemoryError', 'Traceback\nMemoryError'), 'memory'],
    ['an exit status', Object.assign(new Error('exit(137)'), { status: 137 }), 'exit'],
    ['anything else', new WebAssembly.RuntimeError('unreachable'), 'run'],
  ])('is told from %s', (_, error, reason) => {
    expect(breakdownOf(error, 'run').reason).toBe(reason);
  });

  it.each([
    [pythonError('ValueError', 'Traceback (most recent call last):\nValueError: boom\n'), 'ValueError: boom'],
    [pythonError('NameError', 'Error in sys.excepthook:\nlost sys.stderr\n'), 'NameError'],
    [new Error(''), 'Error'],
    ['thrown text', 'thrown text'],
  ])('is put in one line', (error, words) => {
    expect(breakdownOf(error, 'boot')).toEqual({ reason: 'boot', message: words });
  });
});
