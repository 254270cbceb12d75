import { expect, test } from 'vitest';
import { isGone } from './outdated';

const answer = (status: number, type: string) =>
  new Response(null, { status, headers: { 'Content-Type': type } });

test.each([
  ['a host that does not find it', answer(404, 'text/plain'), true],
  ['a store that refuses what it does not have', answer(403, 'application/xml'), true],
  ['a host that answers everything with a page', answer(200, 'text/html; charset=utf-8'), true],
  ['a host that has it', answer(200, 'application/octet-stream'), false],
  ['a host in trouble', answer(503, 'text/plain'), false],
])('a file is gone or not: %s', (_host, response, gone) => {
  expect(isGone(response)).toBe(gone);
});
