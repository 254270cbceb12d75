import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readNames } from './names';
import { unitIds } from './read-unit';

const sleep = { name: 'sleep', in: 'asyncio', signature: '(delay)', says: 'Suspends.', unit: 'basics' };
const basics = [{ id: 'basics', title: 'Basics' }];
let content: string;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'names-'));
});
afterEach(() => rmSync(content, { recursive: true }));

const read = (...names: readonly unknown[]) => {
  writeFileSync(join(content, 'names.json'), JSON.stringify(names));
  return readNames(content, basics);
};

it('gives each name with the title of its unit', () => {
  expect(read(sleep)).toEqual([{ ...sleep, unit: { id: 'basics', title: 'Basics' } }]);
});

it('refuses a unit that does not exist, a name that is listed twice, and a field it does not know', () => {
  expect(() => read({ ...sleep, unit: 'gone' })).toThrow('asyncio.sleep names "gone"');
  expect(() => read(sleep, sleep)).toThrow('lists asyncio.sleep twice');
  expect(() => read({ ...sleep, kind: 'function' })).toThrow('does not fit its schema');
});

it('reads those of the course', () => {
  const course = join(import.meta.dirname, '..', '..', 'content');
  const units = unitIds(course).map((id) => ({ id, title: id }));
  const names = readNames(course, units);
  expect(names.map(({ name }) => name)).toContain('sync_to_async');
});
