// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { whenTurnedTo } from './when-near';

afterEach(cleanup);

test('what the server did not render is fetched at once: there is nothing to turn to', async () => {
  const load = vi.fn(async () => ({ name }: { readonly name: string }) => <p>{name}</p>);
  const Card = whenTurnedTo(load, async () => false);
  render(
    <>
      <Card name="first" />
      <Card name="second" />
    </>,
  );
  expect(await screen.findByText('first')).toBeDefined();
  expect(screen.getByText('second')).toBeDefined();
  expect(load).toHaveBeenCalledTimes(1);
});
