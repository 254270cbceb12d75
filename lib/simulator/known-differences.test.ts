import { describe, expect, it } from 'vitest';
import { inCommonWords, isFinallyWarning, isLateShieldReport } from './known-differences';

describe('the known differences between versions of Python', () => {
  it('brings both wordings of one message together', () => {
    for (const [older, newer] of [
      [
        "TypeError: object dict can't be used in 'await' expression",
        "TypeError: 'dict' object can't be awaited",
      ],
      ['Unprocessable Entity: /', 'Unprocessable Content: /'],
      [
        'ValueError: too many values to unpack (expected 2)',
        'ValueError: too many values to unpack (expected 2, got 3)',
      ],
    ] as const) {
      expect(inCommonWords(older)).toBe(inCommonWords(newer));
    }
  });

  it('leaves every other text alone', () => {
    expect(inCommonWords("TypeError: 'coroutine' object is not callable")).toBe(
      "TypeError: 'coroutine' object is not callable",
    );
  });

  it('knows what only newer versions say', () => {
    expect(isLateShieldReport('ValueError exception in shielded future')).toBe(true);
    expect(isLateShieldReport('Task exception was never retrieved')).toBe(false);
    expect(isFinallyWarning("SyntaxWarning: 'return' in a 'finally' block")).toBe(true);
    expect(isFinallyWarning('SyntaxWarning: invalid escape sequence')).toBe(false);
  });
});
