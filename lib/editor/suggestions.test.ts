import { describe, expect, it } from 'vitest';
import type { KnownName } from '@/lib/course/names';
import { meaningOf, suggestionsAt } from './suggestions';

const known = (place: string, name: string): KnownName => ({
  name,
  in: place,
  says: `What ${place} has.`,
  unit: { id: 'unit', title: 'A unit' },
});
const names = [
  known('asgiref.sync', 'sync_to_async'),
  known('asgiref.sync', 'async_to_sync'),
  known('asyncio', 'sleep'),
  known('asyncio', 'Lock'),
  known('threading', 'Lock'),
  known('time', 'sleep'),
  known('django.http.HttpRequest', 'headers'),
  known('django.http.HttpResponse', 'headers'),
  known('django.http.HttpResponse', 'status_code'),
];
const texts = (before: string, source = before) =>
  suggestionsAt(before, source, names).map(({ text }) => text);

describe('what is suggested', () => {
  it('after a dot is what the thing before it has', () => {
    expect(texts('    response.')).toEqual(['headers', 'status_code']);
    expect(texts('    await asyncio.sl')).toEqual(['sleep', 'Lock']);
    expect(texts('    what_is_this.')).toEqual([]);
    expect(texts('    call().')).toEqual([]);
  });

  it('after self are the attributes and methods of this file', () => {
    const source =
      'class Layer:\n    def __call__(self, request):\n        self.seen = 1\n    def count(self):\n';
    expect(texts('        self.', source)).toEqual(['seen', 'count']);
  });

  it('in an import from a module are its names', () => {
    expect(texts('from asgiref.sync import ')).toEqual(['sync_to_async', 'async_to_sync']);
    expect(texts('from asgiref.sync import sync_to_async, as')).toEqual(['sync_to_async', 'async_to_sync']);
  });

  it('elsewhere begins with the second letter, with what can stand alone and the words of the file', () => {
    const source =
      'def timing_layer(get_response):\n    started = 1  # uncounted\n    print("unspoken")\n    st';
    expect(texts('    s', source)).toEqual([]);
    expect(texts('    st', source)).toEqual(
      expect.arrayContaining(['sync_to_async', 'timing_layer', 'get_response', 'started', 'await']),
    );
    expect(texts('    st', source)).not.toEqual(expect.arrayContaining(['sleep']));
    for (const word of ['uncounted', 'unspoken', 'st']) expect(texts('    st', source)).not.toContain(word);
  });

  it('is nothing within a text or a comment', () => {
    expect(texts('    # see asyncio.')).toEqual([]);
    expect(texts('    log("asyncio.')).toEqual([]);
    expect(texts('    log("a # b", asyncio.')).toEqual(['sleep', 'Lock']);
  });
});

describe('what a name means', () => {
  it('depends on what stands before it', () => {
    expect(meaningOf('await asyncio.sleep', '', names)?.in).toBe('asyncio');
    expect(meaningOf('time.sleep', '', names)?.in).toBe('time');
    expect(meaningOf('request.headers', '', names)?.in).toBe('django.http.HttpRequest');
    expect(meaningOf('self.sleep', '', names)).toBeNull();
  });

  it('depends on where it was imported from', () => {
    expect(meaningOf('    Lock', 'from threading import Lock\n', names)?.in).toBe('threading');
    expect(meaningOf('    Lock', 'from asyncio import Event, Lock\n', names)?.in).toBe('asyncio');
    expect(meaningOf('    Lock', '', names)).toBeNull();
  });

  it('is known of what can stand alone, and of nothing in a text', () => {
    expect(meaningOf('@sync_to_async', '', names)?.in).toBe('asgiref.sync');
    expect(meaningOf('"sync_to_async', '', names)).toBeNull();
  });
});
