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

  test('joins the pieces of the payload where they stand side by side', () => {
    const piece = (text: string) => `<script>self.__next_f.push([1,"${text}"])</script>`;
    expect(joinScripts(`${piece('a')}${piece('b')}<p></p>${piece('c')}<script>other()</script>`)).toBe(
      `<script>self.__next_f.push([1,"a"]);self.__next_f.push([1,"b"])</script><p></p>${piece('c')}<script>other()</script>`,
    );
  });
});
