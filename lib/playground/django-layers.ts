/** Django's own layers that the playground offers, each with what it needs to start. */

export type DjangoLayer = {
  /** Its dotted path, as in MIDDLEWARE. */
  readonly path: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, readonly string[] | string | number | boolean>>;
};

const SESSIONS = {
  INSTALLED_APPS: ['django.contrib.sessions'],
  SESSION_ENGINE: 'django.contrib.sessions.backends.signed_cookies',
} as const;

const contrib = (name: string) => `django.contrib.${name}`;

export const djangoLayers: readonly DjangoLayer[] = [
  { path: 'django.middleware.security.SecurityMiddleware', settings: {} },
  { path: contrib('sessions.middleware.SessionMiddleware'), settings: SESSIONS },
  { path: 'django.middleware.locale.LocaleMiddleware', settings: {} },
  { path: 'django.middleware.common.CommonMiddleware', settings: {} },
  { path: 'django.middleware.csrf.CsrfViewMiddleware', settings: {} },
  {
    path: contrib('auth.middleware.AuthenticationMiddleware'),
    settings: {
      ...SESSIONS,
      INSTALLED_APPS: [contrib('auth'), contrib('contenttypes'), contrib('sessions')],
    },
  },
  {
    path: contrib('messages.middleware.MessageMiddleware'),
    settings: { ...SESSIONS, INSTALLED_APPS: [contrib('sessions'), contrib('messages')] },
  },
  { path: 'django.middleware.clickjacking.XFrameOptionsMiddleware', settings: {} },
  { path: 'django.middleware.gzip.GZipMiddleware', settings: {} },
  { path: 'django.middleware.http.ConditionalGetMiddleware', settings: {} },
].map((layer) => ({ ...layer, name: layer.path.split('.').at(-1) ?? layer.path }));

type Settings = Readonly<Record<string, unknown>>;

/** The settings with what a layer needs to start; lists grow, and what is set already stays. */
export function withSettingsFor(path: string, settings: Settings): Settings {
  const needed = djangoLayers.find((layer) => layer.path === path)?.settings ?? {};
  const merged: Record<string, unknown> = { ...settings };
  for (const [name, value] of Object.entries(needed)) {
    const present = merged[name];
    if (Array.isArray(value))
      merged[name] = [...new Set([...(Array.isArray(present) ? present : []), ...value])];
    else merged[name] = present ?? value;
  }
  return merged;
}
