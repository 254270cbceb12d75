import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson, readScenarios } from './scenario-file.mjs';

const scenario = { id: 'a', layers: [], requests: [{ id: 'A', path: '/' }] };
const mistakesIn = async (content: unknown) =>
  (await readScenarios(content)).entries.map(({ mistake }) => mistake);

function written(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'await-points-')), 'scenarios.json');
  writeFileSync(file, text);
  return file;
}

describe('reading scenarios', () => {
  it('takes an object with a list, a list, and one scenario', async () => {
    for (const content of [{ about: {}, scenarios: [scenario] }, [scenario], scenario]) {
      const { entries } = await readScenarios(content);
      expect(entries.map((entry) => entry.scenario)).toMatchObject([{ id: 'a', mode: 'asgi' }]);
    }
  });

  it('names the place of a mistake and still reads the others', async () => {
    const wrong = { ...scenario, requests: [{ id: 'A', path: 'no slash' }] };
    expect(await mistakesIn({ scenarios: [scenario, wrong, 7] })).toEqual([
      undefined,
      expect.stringMatching(/^Not a scenario at scenarios\[1\]\.requests\[0\]\.path: /),
      expect.stringMatching(/^Not a scenario at scenarios\[2\]: /),
    ]);
  });

  it('reports the keys that it does not know, each once', async () => {
    const coloured = { ...scenario, colour: 1, requests: [{ id: 'A', path: '/', speed: 3 }] };
    expect((await readScenarios([coloured, coloured])).ignoredKeys).toEqual(['colour', 'requests.speed']);
  });

  it('takes a key that holds null for one that is not there', async () => {
    const empty = { ...scenario, urls: null, requests: [{ id: 'A', path: '/', body: null }] };
    expect(await mistakesIn(empty)).toEqual([undefined]);
  });
});

describe('reading a file', () => {
  it('takes JSON, also with a byte order mark', () => {
    expect(readJson(written('\uFEFF{"a": 1}'))).toEqual({ a: 1 });
  });

  it('says in a sentence that there is no such file, or that it is not JSON', () => {
    expect(() => readJson('/nowhere/x.json')).toThrow('/nowhere/x.json cannot be read: no such file.');
    expect(() => readJson(written('{'))).toThrow(/scenarios\.json is not JSON: /);
  });
});
