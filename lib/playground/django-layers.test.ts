import { expect, test } from 'vitest';
import { withSettingsFor } from './django-layers';

test('a layer of Django brings the settings that it needs, and keeps those that are there', () => {
  const sessions = 'django.contrib.sessions.middleware.SessionMiddleware';
  expect(
    withSettingsFor(sessions, { INSTALLED_APPS: ['shop'], SESSION_ENGINE: 'mine', DEBUG: true }),
  ).toEqual({ INSTALLED_APPS: ['shop', 'django.contrib.sessions'], SESSION_ENGINE: 'mine', DEBUG: true });
});

test('a layer of the learner needs none', () => {
  expect(withSettingsFor('middleware.timer', { DEBUG: true })).toEqual({ DEBUG: true });
});
