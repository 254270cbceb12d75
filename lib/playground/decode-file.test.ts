import { describe, expect, test } from 'vitest';
import { decodeFile } from './decode-file';

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)])));

describe('the bytes of a file', () => {
  test('are UTF-8 with or without a mark, whatever its line ends', () => {
    expect(decodeFile('a.py', bytes(0xef, 0xbb, 0xbf, 'x = "é"\r\ny = 1\rz = 2\n'))).toMatchObject({
      text: 'x = "é"\ny = 1\nz = 2\n',
      note: null,
    });
    const utf16 = new Uint8Array(Buffer.from('\uFEFFx = 1\r\n', 'utf16le'));
    expect(decodeFile('a.py', utf16).text).toBe('x = 1\n');
  });

  test('are read in the encoding that the file names, which is UTF-8 from then on', () => {
    const { text, ...read } = decodeFile(
      'a.py',
      bytes('#!/usr/bin/env python\n# -*- coding: koi8-r -*-\nname = "', 0xc1, '"\n'),
    );
    expect(text).toBe('#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nname = "а"\n');
    expect(read).toMatchObject({ note: expect.stringContaining('read as koi8-r') });
  });

  test('are taken for Western where nothing says what they are', () => {
    expect(decodeFile('a.py', bytes('x = "caf', 0xe9, '"\n'))).toMatchObject({
      text: 'x = "café"\n',
      note: expect.stringContaining('look at its accents'),
    });
    expect(decodeFile('a.py', bytes('# coding: klingon\nx = "', 0xe9, '"\n')).text).toContain('"é"');
  });

  test('of a binary are refused', () => {
    expect(decodeFile('a.py', bytes('MZ', 0, 0))).toMatchObject({
      text: null,
      refusal: '“a.py” is no text: it holds null bytes.',
    });
  });
});
