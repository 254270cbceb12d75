import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { blockedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { StaticTimeline } from './static-timeline';

/** The modules of this folder that a module draws in, itself included. */
function modulesFrom(name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const source = sourceOf(name);
  for (const [, next] of source.matchAll(/from '\.\/([\w-]+)'/g)) if (next) modulesFrom(next, seen);
  return seen;
}

function sourceOf(name: string): string {
  for (const extension of ['tsx', 'ts']) {
    try {
      return readFileSync(fileURLToPath(new URL(`${name}.${extension}`, import.meta.url)), 'utf8');
    } catch {
      // The other extension, then.
    }
  }
  throw new Error(`no module ${name}`);
}

describe('the timeline drawn by the server', () => {
  test('ships no JavaScript: nothing it is made of is a client module', () => {
    const modules = modulesFrom('static-timeline');
    expect(modules.size).toBeGreaterThan(5);
    for (const name of modules) expect(sourceOf(name)).not.toMatch(/^'use client'/);
  });

  test('shows every authored stop with its caption and its time', () => {
    const stops = [
      { at: { event: 'layer-enter', request: 'B' }, caption: 'B goes in while A is suspended.' },
      { at: 150_000, caption: 'Nobody needs the loop.' },
    ] as const;
    const markup = renderToStaticMarkup(<StaticTimeline trace={overlappingTrace()} stops={stops} />);
    expect(markup).toContain('B goes in while A is suspended.');
    expect(markup).toContain('150 ms');
    expect(markup.indexOf('B goes in')).toBeLessThan(markup.indexOf('Nobody needs'));
  });

  test('says what blocking cost in words', () => {
    const markup = renderToStaticMarkup(<StaticTimeline trace={blockedTrace()} />);
    expect(markup).toContain('Request A held the loop for 200 ms at line 8 of middleware.py.');
  });

  test('draws the same marks twice alike', () => {
    const draw = () => renderToStaticMarkup(<StaticTimeline trace={blockedTrace()} />);
    expect(draw()).toBe(draw());
  });
});
