// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { keepTrying } from './keep-trying';

const notFetched = () => Object.assign(new Error('Failed to load chunk'), { name: 'ChunkLoadError' });

test('what cannot be fetched is asked for again when the network is back, or the reader turns to the page', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(notFetched())
    .mockRejectedValueOnce(notFetched())
    .mockResolvedValue('code');
  const loaded = keepTrying(load);
  await vi.waitFor(() => {
    window.dispatchEvent(new Event('online'));
    expect(load).toHaveBeenCalledTimes(2);
  });
  await vi.waitFor(() => {
    window.dispatchEvent(new Event('pointerdown'));
    expect(load).toHaveBeenCalledTimes(3);
  });
  expect(await loaded).toBe('code');
});

test('what breaks for another reason is not hidden', async () => {
  await expect(keepTrying(() => Promise.reject(new TypeError('a mistake')))).rejects.toThrow('a mistake');
});
