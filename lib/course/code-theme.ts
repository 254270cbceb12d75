/**
 * How code looks, in both themes: one palette for the server's Shiki, and for Monaco on top of it.
 * Few colours on purpose. The accent belongs to `async` and `await`, for they are what this course is about;
 * every colour is at least 4.5:1 on the ground that stands here.
 */

/** A colour for the light and one for the dark theme. */
type Pair = readonly [light: string, dark: string];

export const palette = {
  ground: ['#f6f3ed', '#191c21'],
  ink: ['#1c1b19', '#e9e7e2'],
  comment: ['#6b665d', '#938f87'],
  keyword: ['#7a3b8f', '#cda4e0'],
  awaiting: ['#0b6e6e', '#5ec8c0'],
  name: ['#1d4f9e', '#8fb8f0'],
  type: ['#6e5200', '#dcc27c'],
  text: ['#47661a', '#b4c784'],
  constant: ['#9a4600', '#e8a873'],
} as const satisfies Record<string, Pair>;

type Rule = {
  readonly scope: readonly string[];
  readonly colour: keyof typeof palette;
  readonly style?: string;
};

/** Later rules win over earlier ones of the same depth. */
const rules: readonly Rule[] = [
  { scope: ['punctuation', 'keyword.operator', 'meta.brace'], colour: 'ink' },
  { scope: ['comment', 'punctuation.definition.comment'], colour: 'comment', style: 'italic' },
  { scope: ['keyword', 'storage', 'keyword.operator.logical', 'keyword.operator.python'], colour: 'keyword' },
  {
    scope: ['keyword.control.flow.await', 'storage.type.function.async', 'keyword.control.async'],
    colour: 'awaiting',
    style: 'bold',
  },
  {
    scope: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.command'],
    colour: 'name',
  },
  {
    scope: ['entity.name.type', 'entity.other.inherited-class', 'support.type', 'support.class'],
    colour: 'type',
  },
  { scope: ['string', 'punctuation.definition.string', 'string.quoted'], colour: 'text' },
  {
    scope: ['constant', 'variable.language', 'entity.name.function.decorator', 'support.type.property-name'],
    colour: 'constant',
  },
  { scope: ['meta.fstring meta.embedded', 'variable', 'meta.indexed-name'], colour: 'ink' },
  { scope: ['string.quoted.docstring'], colour: 'comment' },
];

function themeOf(name: string, type: 'light' | 'dark') {
  const colour = (key: keyof typeof palette): string => palette[key][type === 'light' ? 0 : 1];
  return {
    name,
    type,
    colors: { 'editor.background': colour('ground'), 'editor.foreground': colour('ink') },
    settings: [
      { settings: { background: colour('ground'), foreground: colour('ink') } },
      ...rules.map((rule) => ({
        scope: [...rule.scope],
        settings: { foreground: colour(rule.colour), ...(rule.style ? { fontStyle: rule.style } : {}) },
      })),
    ],
  };
}

/** Both themes in the form that Shiki takes, by the names under which Monaco knows them too. */
export const codeThemes = {
  light: themeOf('await-points-light', 'light'),
  dark: themeOf('await-points-dark', 'dark'),
};

/** The class of code in a given colour of the light theme: 'code-keyword'. Null for what is plain ink. */
export function codeClass(light: string): string | null {
  const role = Object.entries(palette).find(([, [colour]]) => colour === light.toLowerCase())?.[0];
  return role === undefined || role === 'ink' ? null : `code-${role}`;
}

/** Tells `await`, and the `async` of `async with`, from other keywords: to be loaded beside Shiki's Python. */
export const awaitGrammar = {
  name: 'python-await',
  scopeName: 'source.python.await',
  injectTo: ['source.python'],
  injectionSelector: 'L:source.python -string -comment',
  patterns: [{ match: '\\b(await|async(?=\\s+(?:with|for)))\\b', name: 'keyword.control.flow.await.python' }],
  repository: {},
};
