import { describe, expect, test } from 'vitest';
import { convertLayer, formOf } from './convert-layer';
import { freeName, newLayers, sourceNamed } from './new-layers';

const SYNC = `"""Two layers."""

import time


def timer(get_response):
    def middleware(request):
        time.sleep(0.1)
        return get_response(request)

    return middleware


def other(get_response):
    return get_response
`;

const CLASS = `class Timer:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
`;

describe('what a layer is', () => {
  test.each([
    ['a plain factory', SYNC, 'timer', 'sync'],
    ['a declared one', '@async_only_middleware\ndef a(get_response):\n    pass\n', 'a', 'async'],
    ['a hybrid', '@sync_and_async_middleware\ndef a(get_response):\n    pass\n', 'a', 'hybrid'],
    ['a plain class', CLASS, 'Timer', 'sync'],
    ['a class over the mixin', 'class A(MiddlewareMixin):\n    pass\n', 'A', 'hybrid'],
    ['an async factory', 'async def a(get_response):\n    pass\n', 'a', null],
    ['something else', 'a = 1\n', 'a', null],
  ])('%s', (_what, source, entry, form) => {
    expect(formOf(source, entry)).toBe(form);
  });
});

describe('a layer in the other form', () => {
  test('is declared, awaits what lies below, and sleeps without blocking; others stay as they are', () => {
    const { source } = convertLayer(SYNC, 'timer', 'async');
    expect(source).toBe(`"""Two layers."""

import time
import asyncio
from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        await asyncio.sleep(0.1)
        return await get_response(request)

    return middleware


def other(get_response):
    return get_response
`);
  });

  test('of a class gets its flags and its mark', () => {
    const { source } = convertLayer(CLASS, 'Timer', 'async');
    expect(source).toContain('    async_capable = True\n    sync_capable = False\n');
    expect(source).toContain(
      '        self.get_response = get_response\n        markcoroutinefunction(self)\n',
    );
    expect(source).toContain(
      '    async def __call__(self, request):\n        return await self.get_response(request)',
    );
  });

  test.each(newLayers.map((layer) => [layer.name, layer] as const))(
    '%s goes there and back without losing what it does',
    (name, layer) => {
      const form = formOf(layer.source, name) === 'async' ? 'sync' : 'async';
      const there = convertLayer(layer.source, name, form);
      expect(there.refusal).toBeNull();
      expect(formOf(there.source ?? '', name)).toBe(form);
      const back = convertLayer(there.source ?? '', name, form === 'sync' ? 'async' : 'sync');
      expect(formOf(back.source ?? '', name)).not.toBe(form);
    },
  );

  test.each([
    ['a layer that is not there', 'a = 1\n', 'gate', 'async', /not defined/],
    ['a hybrid', '@sync_and_async_middleware\ndef a(get_response):\n    pass\n', 'a', 'async', /hybrid/],
    [
      'one that awaits what has no twin',
      '@async_only_middleware\ndef a(get_response):\n    async def m(request):\n        await other()\n',
      'a',
      'sync',
      /no sync twin/,
    ],
    [
      'one without a function',
      'def a(get_response):\n    return get_response\n',
      'a',
      'async',
      /no function/,
    ],
  ] as const)('is refused for %s, with the reason', (_what, source, entry, form, reason) => {
    expect(convertLayer(source, entry, form).refusal).toMatch(reason);
  });
});

describe('a new layer', () => {
  test('gets a name that no file has', () => {
    expect(freeName('timer', {})).toBe('timer');
    expect(freeName('timer', { 'timer.py': '', 'timer_2.py': '' })).toBe('timer_3');
  });

  test('is called like its file', () => {
    const [layer] = newLayers;
    if (layer === undefined) throw new Error('There are new layers.');
    expect(sourceNamed(layer, 'timer_2')).toContain('def timer_2(get_response):');
  });
});
