import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inlineScripts, problemsOf, secure } from './secure-export.mjs';

const page = (body: string) =>
  `<!DOCTYPE html><html><head><meta charSet="utf-8"/></head><body>${body}</body></html>`;
const hash = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

describe('securing an exported page', () => {
  test('puts the policy before anything else in the head', () => {
    expect(secure(page(''))).toContain('<head><meta http-equiv="Content-Security-Policy"');
  });

  test('allows each inline script by its hash, and none that is only data', () => {
    const html = secure(
      page('<script>one()</script><script src="/a.js"></script><script type="application/json">{}</script>'),
    );
    expect(html).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('one()')};`);
  });

  test('allows no eval and no unhashed script', () => {
    const policy = secure(page('<script>one()</script>'));
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  });

  test('changes nothing the second time', () => {
    const once = secure(page('<script>one()</script>'));
    expect(secure(once)).toBe(once);
  });

  test('finds scripts over several lines', () => {
    expect(inlineScripts(page('<script id="x">\na()\n</script>'))).toEqual(['\na()\n']);
  });
});

describe('looking for what the policy would stop', () => {
  test.each([
    ['an inline handler', '<button onclick="go()">Go</button>'],
    ['a javascript: address', '<a href="javascript:go()">Go</a>'],
    ['something from another host', '<img src="https://elsewhere.example/a.png">'],
    ['something from another host', '<link rel="stylesheet" href="https://elsewhere.example/a.css">'],
  ])('finds %s', (problem, body) => {
    expect(problemsOf(page(body)).join()).toContain(problem);
  });

  test('finds nothing in a page that is in order', () => {
    expect(problemsOf(page('<link rel="canonical" href="https://example.org/a/"/>'))).toEqual([]);
    expect(problemsOf(page('<p>one = 1</p><script>x.onclick = "a"</script><a href="/b/">b</a>'))).toEqual([]);
  });
});
