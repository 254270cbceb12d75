import { describe, expect, test } from 'vitest';
import { filesOf } from './arrangement';
import { LONGEST_LINK, readShareLink, writeShareLink } from './share-link';

const files = filesOf({
  id: 'x',
  title: 'Ünïcode',
  layers: ['middleware.timer'],
  files: { 'middleware.py': '# é\n'.repeat(50) },
  view: 'view = 1\n',
  requests: [{ id: 'A', path: '/' }],
});

async function link(value: unknown): Promise<string> {
  return (await writeShareLink(value as typeof files)) ?? '';
}

describe('a link to a scenario', () => {
  test('brings the files back as they were', async () => {
    const fragment = await link(files);
    expect(fragment.length).toBeLessThan(800);
    expect(await readShareLink(fragment)).toEqual({ kind: 'scenario', files });
  });

  test('that has none is no link', async () => {
    expect(await readShareLink('')).toEqual({ kind: 'none' });
    expect(await readShareLink('#map')).toEqual({ kind: 'none' });
  });

  test('is not made where it would be too long to travel', async () => {
    // Nothing repeats in it, so nothing compresses.
    const noise = Array.from(crypto.getRandomValues(new Uint32Array(9000)), String).join('\n');
    expect(await writeShareLink({ ...files, 'noise.py': noise })).toBeNull();
  });

  test.each([
    ['cut', async () => (await link(files)).slice(0, 120), /changed or cut/],
    ['of no alphabet', async () => '#stack=%%%', /changed or cut/],
    ['of endless length', async () => `#stack=${'a'.repeat(LONGEST_LINK + 1)}`, /longer than any link/],
    [
      'that unpacks without an end',
      async () => link({ ...files, 'a.py': ' '.repeat(2_000_000) }),
      /unpacks to more/,
    ],
    ['that holds a list', async () => link([1, 2]), /something else/],
    ['that holds numbers', async () => link({ 'a.py': 1 }), /something else/],
    ['without an arrangement', async () => link({ 'a.py': '' }), /no arrangement/],
  ])('%s is refused in a sentence', async (_what, make, sentence) => {
    const reading = await readShareLink(await make());
    expect(reading).toMatchObject({ kind: 'refused', reason: expect.stringMatching(sentence) });
  });
});
