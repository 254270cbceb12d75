import { describe, expect, test } from 'vitest';
import { importsOf, missingImports } from './imports';

const SOURCE = `"""
import nothing_of_this
"""
from __future__ import annotations
import json, sentry_sdk.hub as hub  # import neither
from rest_framework.request import (
    Request,
    Response as Answer,
)
from typing import TYPE_CHECKING
from django.contrib.admin import site
from . import models

if TYPE_CHECKING:
    from mypy_extensions import TypedDict

try:
    import brotli
    import zstandard
except ImportError:
    import simplejson as json

try:
    import needed
finally:
    pass

def late():
    import structlog
`;

describe('the imports of a module', () => {
  test('are those that a run makes', () => {
    expect(importsOf(SOURCE).map(({ module }) => module)).toEqual([
      ...['__future__', 'json', 'sentry_sdk.hub', 'rest_framework.request', 'typing', 'django.contrib.admin'],
      ...['.', 'needed', 'structlog'],
    ]);
    expect(importsOf(SOURCE)[3]?.names).toEqual(['Request', 'Response']);
  });

  test('are missing where neither the runtime nor the files have them', () => {
    expect(missingImports({ 'real.py': SOURCE }, 'real.py')).toEqual([
      ...['sentry_sdk.hub', 'rest_framework.request', 'django.contrib.admin', '.', 'needed', 'structlog'],
    ]);
    expect(missingImports({ 'a.py': 'import b\nfrom c import d\n', 'b.py': '' }, 'a.py')).toEqual(['c']);
  });

  test('are looked for in the packages of the files', () => {
    const files = {
      'app/__init__.py': 'from .conf import NAME\n',
      'app/conf.py': 'NAME = 1\n',
      'app/deep/layer.py':
        'from app.conf import NAME\nfrom app.views import x\nfrom .. import conf, NAME, models\nfrom ..signals import y\nfrom . import z\nfrom ... import far\n',
    };
    expect(missingImports(files, 'app/deep/layer.py')).toEqual([
      ...['app.views', 'app.models', 'app.signals', 'app.deep.z', '...'],
    ]);
    expect(missingImports(files, 'app/__init__.py')).toEqual([]);
  });
});
