/** The settings of a stack as lines of a settings.py, written and read. */
import type { Arrangement } from './arrangement';
import { afterSpace, NotAPlainValue, readValue } from './python-value';
import { pythonLiteral } from './take-home/python-literal';

type Settings = Arrangement['settings'];

export type SettingsReading =
  | { readonly settings: Settings; readonly problem: null }
  | { readonly settings: null; readonly problem: string };

/** What other parts of the playground decide. */
const DECIDED_ELSEWHERE: Readonly<Record<string, string>> = {
  MIDDLEWARE: 'the list of layers is MIDDLEWARE',
  ROOT_URLCONF: 'every path leads to the view',
};

/** Settings with a name of our own ask for a database; they are kept, and not shown. */
const isOurs = (name: string) => name.startsWith('_');

/** `NAME = value`, one after another. */
export function writeSettings(settings: Settings): string {
  return Object.entries(settings)
    .filter(([name]) => !isOurs(name))
    .map(([name, value]) => `${name} = ${pythonLiteral(value, name.length + 3)}\n`)
    .join('');
}

/** The settings that a text holds, or a sentence with the line of its first mistake. `present` are those of now. */
export function readSettings(text: string, present: Settings): SettingsReading {
  const settings = Object.fromEntries(Object.entries(present).filter(([name]) => isOurs(name)));
  for (let at = afterSpace(text, 0); at < text.length; ) {
    const refused = (why: string): SettingsReading => ({
      settings: null,
      problem: `Line ${text.slice(0, at).split('\n').length} cannot be taken: ${why}.`,
    });
    const [head, name = ''] = /^([A-Z][A-Z0-9_]*)[ \t]*=(?!=)/.exec(text.slice(at)) ?? [];
    if (head === undefined) return refused('a setting is written NAME = value, its name in capitals');
    const elsewhere = DECIDED_ELSEWHERE[name];
    if (elsewhere !== undefined) return refused(elsewhere);
    try {
      const { value, end } = readValue(text, at + head.length);
      const rest = /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(text.slice(end));
      if (rest === null) return refused(PLAIN_VALUES);
      settings[name] = value as Settings[string];
      at = afterSpace(text, end);
    } catch (error) {
      if (!(error instanceof NotAPlainValue)) throw error;
      return refused(`${error.message}; ${PLAIN_VALUES}`);
    }
  }
  return { settings, problem: null };
}

const PLAIN_VALUES = 'values are texts, numbers, True, False, None, and lists, tuples and dicts of them';

/** Django's own, and what every project has: they need no word. */
const DJANGOS =
  /^(?:DEBUG|SECRET_KEY|ALLOWED_HOSTS|INSTALLED_APPS|MIDDLEWARE|ROOT_URLCONF|TEMPLATES|DATABASES|CACHES|LOGGING|LOGIN\w*|LOGOUT\w*|STATIC\w*|MEDIA\w*|LANGUAGE\w*|LANGUAGES|LOCALE\w*|TIME_ZONE|USE_\w+|SESSION_\w+|CSRF_\w+|SECURE_\w+|AUTH\w*|EMAIL\w*|DEFAULT_\w+|CACHE_\w+|DATA_UPLOAD\w*|FILE_UPLOAD\w*|APPEND_SLASH|PREPEND_WWW|INTERNAL_IPS|MESSAGE\w*|X_FRAME_OPTIONS|STORAGES|ADMINS|MANAGERS|DISALLOWED_USER_AGENTS|IGNORABLE_404_URLS)$/;

/** The settings that a module reads and no stack has of itself. */
export function settingsReadBy(source: string): readonly string[] {
  const found = source.matchAll(
    /\bsettings\.([A-Z][A-Z0-9_]+)\b|\b(?:get|has)attr\(\s*settings,\s*["']([A-Z][A-Z0-9_]+)["']/g,
  );
  const names = [...found].flatMap(([, plain, asked]) => plain ?? asked ?? []);
  return [...new Set(names)].filter((name) => !DJANGOS.test(name));
}
