import { describe, expect, test } from 'vitest';
import { filesOf } from './arrangement';
import { bringFile, layersIn, missingImports, ownLayers } from './bring-file';

const files = filesOf({
  id: 'x',
  layers: ['middleware.timer'],
  files: { 'middleware.py': 'def timer(get_response):\n    return get_response\n' },
  view: 'view = 1\n',
  requests: [],
});

const REAL = `"""
import nothing_of_this
"""
import json, sentry_sdk.hub as hub
from rest_framework.request import Request
from django.utils.deprecation import MiddlewareMixin
from . import models

class Old(MiddlewareMixin):
    pass

class New:
    def __init__(self, get_response):
        self.get_response = get_response

class Other:
    def __init__(self, value):
        self.value = value

@decorated
def factory(get_response):
    return get_response

def long(
    get_response,
):
    return get_response

def tool(value):
    return lambda get_response: value

async def wrong(get_response):
    return get_response

class _Base(MiddlewareMixin):
    pass
`;

describe('a file that is brought', () => {
  test('offers the layers that it defines', () => {
    expect(layersIn(REAL)).toEqual(['Old', 'New', 'factory', 'long', 'wrong']);
    expect(ownLayers(files)).toEqual(['middleware.timer']);
  });

  test('names what it imports and no run has', () => {
    expect(missingImports({ 'real.py': REAL }, 'real.py')).toEqual(['sentry_sdk', 'rest_framework', '.']);
    expect(missingImports({ 'a.py': 'import b\nfrom c import d\n', 'b.py': '' }, 'a.py')).toEqual(['c']);
  });

  test('becomes a file under a free name, with what there is to say', () => {
    const brought = bringFile(files, 'middleware.py', 'import structlog\r\ndef bind(get_response): ...\r\n');
    expect(brought).toMatchObject({
      file: 'middleware_2.py',
      words:
        'middleware_2.py is here. “Add a layer” offers what is in it: bind. It imports structlog, which this page does not have: a run stops there.',
    });
    expect(brought.files?.['middleware_2.py']).toBe('import structlog\ndef bind(get_response): ...\n');
  });

  test('is refused in a sentence where it is none, or too long', () => {
    expect(bringFile(files, 'photo.png', '')).toMatchObject({
      files: null,
      words: expect.stringMatching(/not named like/),
    });
    expect(bringFile(files, 'a.py', '#'.repeat(300_000))).toMatchObject({
      files: null,
      words: expect.stringMatching(/more than/),
    });
  });
});
