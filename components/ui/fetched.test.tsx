// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { fetched } from './fetched';

afterEach(cleanup);

function setUp() {
  const code = Promise.withResolvers<ComponentType<{ readonly word: string }>>();
  const count = { fetches: 0 };
  const Word = fetched(() => {
    count.fetches += 1;
    return code.promise;
  });
  return { Word, count, arrive: () => code.resolve(({ word }) => <p>{word}</p>) };
}

describe('a component whose code is fetched', () => {
  test('is fetched when it is first shown, and shown when it is there', async () => {
    const { Word, count, arrive } = setUp();
    expect(count.fetches).toBe(0);
    render(<Word word="here" />);
    expect(count.fetches).toBe(1);
    expect(screen.queryByText('here')).toBeNull();
    await act(async () => arrive());
    expect(screen.getByText('here')).toBeDefined();
  });

  test('is there at once where it was fetched before', async () => {
    const { Word, count, arrive } = setUp();
    arrive();
    await Word.fetch();
    render(<Word word="here" />);
    expect(screen.getByText('here')).toBeDefined();
    expect(count.fetches).toBe(1);
  });
});
