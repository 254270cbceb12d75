/** settings.py of a project: what the run had under its settings, with the scenario's own over it. */
import type { Arrangement } from '../arrangement';
import { type Json, pythonLiteral } from './python-literal';

const TEMPLATES = `[
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.locmem.Loader",
                    {"page.html": "Hello {{ name }}"},
                ),
                "django.template.loaders.app_directories.Loader",
            ]
        },
    }
]`;

/** Whether the scenario asked for a database. */
export function hasDatabase({ settings }: Arrangement): boolean {
  return settings._sqlite === true;
}

/** @throws Error with a sentence where a setting has a name that Django does not take */
export function settingsModule(arrangement: Arrangement, middleware: readonly string[]): string {
  const { _sqlite, _db, ...own } = arrangement.settings;
  const wrong = Object.keys(own).find((name) => !/^[A-Z][A-Z0-9_]*$/.test(name));
  if (wrong !== undefined) throw new Error(`A setting is written in capitals, and “${wrong}” is not.`);
  const values = new Map<string, string>([
    ['SECRET_KEY', '"await-points"'],
    ['DEBUG', 'False'],
    ['ALLOWED_HOSTS', '["*"]'],
    ['ROOT_URLCONF', '"project.urls"'],
    ['INSTALLED_APPS', '[]'],
    ['USE_TZ', 'True'],
    ['DEFAULT_AUTO_FIELD', '"django.db.models.BigAutoField"'],
    ['DATABASES', hasDatabase(arrangement) ? database(_db) : '{}'],
    ['TEMPLATES', TEMPLATES],
    ['MIDDLEWARE', literal('MIDDLEWARE', middleware)],
  ]);
  if (own.LOGGING === undefined) values.set('LOGGING_CONFIG', 'None');
  for (const [name, value] of Object.entries(own)) values.set(name, literal(name, value));
  const lines = [...values].map(([name, value]) => `${name} = ${value}\n`);
  return `"""What the run was set to.

Before anybody else can reach it, give it a SECRET_KEY of its own and name its hosts.
"""
${hasDatabase(arrangement) ? BEFORE_A_DATABASE : ''}
${lines.join('')}`;
}

const BEFORE_A_DATABASE = `
from pathlib import Path

DATABASE = Path(__file__).resolve().parent.parent / "db.sqlite3"
# Every start begins with an empty database, as every run did.
DATABASE.unlink(missing_ok=True)
`;

function literal(name: string, value: Json): string {
  return pythonLiteral(value, name.length + 3);
}

function database(extra: Json | undefined): string {
  const own = typeof extra === 'object' && extra !== null && !Array.isArray(extra) ? extra : {};
  const given = Object.entries(own).map(
    ([name, value]) => `        ${pythonLiteral(name)}: ${pythonLiteral(value ?? null, 0, 8)},\n`,
  );
  return `{
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATABASE,
        "TEST": {"NAME": DATABASE.with_name("test.sqlite3")},
${given.join('')}    }
}`;
}
