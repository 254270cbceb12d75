import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSettings, settingsReadBy, writeSettings } from './settings-text';

const TEXT = `# Who may ask.
CORS_ALLOWED_ORIGINS = ['https://example.com', "https://www." 'example.com',]  # two
CORS_PREFLIGHT_MAX_AGE = 86_400
CORS_ALLOW_CREDENTIALS = True

PAIRS = (
    ("a", -1.5),  # a tuple
    (2),
    (),
)
POLICY = {"script-src": {"'self'"}, 'none': None, "deep": {"x": r"\\d+"}}
TEXT = """two
lines"""
`;

describe('the settings of a stack', () => {
  test('are read as they stand in a settings.py', () => {
    expect(readSettings(TEXT, { _sqlite: true, OLD: 1 }).settings).toEqual({
      _sqlite: true,
      CORS_ALLOWED_ORIGINS: ['https://example.com', 'https://www.example.com'],
      CORS_PREFLIGHT_MAX_AGE: 86400,
      CORS_ALLOW_CREDENTIALS: true,
      PAIRS: [['a', -1.5], 2, []],
      POLICY: { 'script-src': ["'self'"], none: null, deep: { x: '\\d+' } },
      TEXT: 'two\nlines',
    });
    expect(readSettings('', { OLD: 1 }).settings).toEqual({});
  });

  test.each([
    ['A = 1\nlower = 2', /^Line 2 cannot be taken: a setting is written/],
    ['A = re.compile("x")', /^Line 1 cannot be taken: “re” is a name; values are/],
    ['A = 60 * 60', /^Line 1 .*values are/],
    ['A = [1, 2', /missing/],
    ['A = "open', /missing/],
    ['A = {1: 2}', /key of a dict/],
    ['A = f"x"', /“f” is a name/],
    ['MIDDLEWARE = []', /the list of layers/],
    ['A == 1', /NAME = value/],
  ])('are refused in a sentence: %s', (text, words) => {
    expect(readSettings(text, {}).problem).toMatch(words);
  });

  test('whatever was written is read back', () => {
    const value = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }) as fc.Arbitrary<never>;
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/), value), (settings) => {
        fc.pre(!('MIDDLEWARE' in settings) && !('ROOT_URLCONF' in settings));
        expect(readSettings(writeSettings(settings), {})).toEqual({
          settings: JSON.parse(JSON.stringify(settings)),
          problem: null,
        });
      }),
    );
  });

  test('that a module reads are told from Django’s own', () => {
    expect(
      settingsReadBy('settings.AUDIT_NAME\ngetattr(settings, "AUDIT_LEVEL", 1)\nsettings.DEBUG\n'),
    ).toEqual(['AUDIT_NAME', 'AUDIT_LEVEL']);
  });
});
