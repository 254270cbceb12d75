import { describe, expect, test } from 'vitest';
import { joinScripts, settleBoundaries } from './settle-page.mjs';

const place = (id: string) => `<!--$?--><template id="B:${id}"></template><!--/$-->`;
const part = (id: string, html: string, before = '') =>
  `<div hidden id="S:${id}">${html}</div><script>${before}$RC("B:${id}","S:${id}")</script>`;

describe('settling a page', () => {
  test('puts each held-back part where it belongs, and drops the script that would have', () => {
    const page = `<p>${place('0')}</p><p>${place('1')}</p>${part('0', '<div>a</div>', '$RC=function(){};')}${part('1', 'b $& $1')}<hr>`;
    expect(settleBoundaries(page)).toBe(
      '<p><!--$--><div>a</div><!--/$--></p><p><!--$-->b $& $1<!--/$--></p><hr>',
    );
  });

  test('finds a place inside a part that was held back itself', () => {
    const page = `${place('0')}${part('0', `<div>${place('1')}</div>`)}${part('1', 'inner')}`;
    expect(settleBoundaries(page)).toBe('<!--$--><div><!--$-->inner<!--/$--></div><!--/$-->');
  });

  test('refuses a page whose part is missing', () => {
    expect(() => settleBoundaries(place('7'))).toThrow('B:7');
  });

  const piece = (text: string) =>
    `<script>self.__next_f.push(${JSON.stringify([1, text]).replaceAll('<', '\\u003c')})</script>`;

  /** What the scripts of a page hand to React. */
  function handedOver(html: string): string {
    const pieces: string[] = [];
    for (const [, source = ''] of html.matchAll(/<script>(self[\s\S]*?)<\/script>/g)) {
      const push = ([, text]: readonly [number, string]) => pieces.push(text);
      new Function('self', source)({ __next_f: { push } });
    }
    return pieces.join('');
  }

  test('joins the pieces of the payload where they stand side by side', () => {
    expect(joinScripts(`${piece('a"')}${piece('b')}<p></p>${piece('c')}<script>other()</script>`)).toBe(
      '<script>self.__next_f.push([1,String.raw`a"b`])</script><p></p><script>self.__next_f.push([1,String.raw`c`])</script><script>other()</script>',
    );
  });

  test.each([
    `a \`template\` with \${holes}, and \\\` and \\\${ and \\\\\``,
    'ends with backslashes \\\\',
    '</script><script>alert(1)</script><!-- <SCRIPT',
    'lines\r\nand\rothers\n, \\u003c, \\x, \0, \u2028, ü, 🍳',
    '{"__html":"<pre class=\\"shiki\\">\\\\n</pre>"}',
  ])('hands over what it was given: %j', (text) => {
    const page = joinScripts(`<body>${piece(text)}${piece(text)}</body>`);
    expect(page.match(/<\/?script/gi)).toHaveLength(2);
    expect(page).not.toContain('<!--');
    expect(handedOver(page)).toBe(text + text);
  });

  test('changes nothing more when it is done again', () => {
    const settled = joinScripts(`${piece('a `b`')}${piece('c')}`);
    expect(joinScripts(settled)).toBe(settled);
  });
});
