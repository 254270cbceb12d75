/** What may be meant at a place in a Python file, and what a name there means. Pure, and a guess: it reads one line. */
import type { KnownName } from '@/lib/course/names';

/** What the course calls its requests and responses, whose they are. */
const RECEIVERS: Readonly<Record<string, readonly string[]>> = {
  request: ['django.http.HttpRequest'],
  response: ['django.http.HttpResponse', 'django.http.StreamingHttpResponse'],
  settings: ['django.conf.settings'],
  cache: ['django.core.cache.cache'],
};

/** Modules whose names are written after their own, as in `asyncio.sleep`. */
const BY_MODULE = new Set(['asyncio', 'threading', 'time', 'logging']);

const KEYWORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield None True False'.split(
    ' ',
  ),
);
/** Those that are worth completing, and those that have to be asked for letter by letter anyway. */
const LONG_KEYWORDS = [...KEYWORDS].filter((word) => word.length > 4);

const IDENTIFIER = /[A-Za-z_]\w*/g;

export type Suggestion = { readonly text: string; readonly known: KnownName | null };

/** Whether the end of this piece of a line lies in a comment or in a text. */
function isInText(before: string): boolean {
  const rest = before.replaceAll(/(["'])(?:\\.|(?!\1).)*\1/g, '');
  return /["'#]/.test(rest);
}

const isMember = (known: KnownName) =>
  Object.values(RECEIVERS).some((places) => places.includes(known.in)) || BY_MODULE.has(known.in);

const asSuggestion = (known: KnownName): Suggestion => ({ text: known.name, known });

/** What the names after a dot may be. */
function members(receiver: string, source: string, names: readonly KnownName[]): readonly Suggestion[] {
  if (receiver === 'self') {
    const own = [...source.matchAll(/\bself\.([A-Za-z_]\w*)|\bdef\s+([A-Za-z]\w*)\s*\(\s*self\b/g)];
    return [...new Set(own.map(([, attribute, method]) => attribute ?? method ?? ''))].map((text) => ({
      text,
      known: null,
    }));
  }
  const places = RECEIVERS[receiver] ?? [receiver];
  return names.filter((known) => places.includes(known.in)).map(asSuggestion);
}

/** The words of a file that are no keywords, without those in texts and comments. */
function ownWords(source: string): readonly string[] {
  const code = source.replaceAll(/("""|''')[\s\S]*?\1|(["'])(?:\\.|(?!\2).)*?\2|#.*/g, ' ');
  return [...new Set(code.match(IDENTIFIER))].filter((word) => word.length > 2 && !KEYWORDS.has(word));
}

/**
 * What may be meant where `before` is the line up to the caret, the word that is being typed included, and `source` is
 * the file. Nothing inside texts and comments, and nothing for a word of one letter.
 */
export function suggestionsAt(
  before: string,
  source: string,
  names: readonly KnownName[],
): readonly Suggestion[] {
  if (isInText(before)) return [];
  const word = /\w*$/.exec(before)?.[0] ?? '';
  const ahead = before.slice(0, before.length - word.length);
  const module = /^\s*from\s+([\w.]+)\s+import\s+(?:\(?[\w\s,]*)$/.exec(ahead)?.[1];
  if (module !== undefined) return names.filter((known) => known.in === module).map(asSuggestion);
  const receiver = /([A-Za-z_]\w*)\s*\.$/.exec(ahead)?.[1];
  if (receiver !== undefined) return members(receiver, source, names);
  if (word.length < 2 || /^\s*(from|import)\b/.test(ahead) || /\.$/.test(ahead)) return [];
  const known = names.filter((candidate) => !isMember(candidate));
  const taken = new Set(known.map(({ name }) => name));
  // The word that is being typed stands in the file as well.
  const own = [...ownWords(source), ...LONG_KEYWORDS].filter((text) => !taken.has(text) && text !== word);
  return [...known.map(asSuggestion), ...[...new Set(own)].map((text) => ({ text, known: null }))];
}

/** What a name means that ends `before` and stands in `source`; null where the course does not know it. */
export function meaningOf(before: string, source: string, names: readonly KnownName[]): KnownName | null {
  const [, receiver, name] = /(?:([A-Za-z_]\w*)\s*\.\s*)?([A-Za-z_]\w*)$/.exec(before) ?? [];
  if (name === undefined || isInText(before.slice(0, before.length - name.length))) return null;
  const called = names.filter((known) => known.name === name);
  if (receiver !== undefined) {
    const places = RECEIVERS[receiver] ?? [receiver];
    return called.find((known) => places.includes(known.in)) ?? null;
  }
  const imported = called.find((known) =>
    new RegExp(`from\\s+${known.in.replaceAll('.', '\\.')}\\s+import\\s[^#]*?\\b${name}\\b`).test(source),
  );
  return imported ?? called.find((known) => !isMember(known)) ?? null;
}
