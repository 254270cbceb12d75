// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '@/lib/ruff/diagnostic';
import { useHints } from './use-hints';

const ruff = vi.hoisted(() => ({ isReady: false, check: vi.fn() }));
vi.mock('@/lib/ruff/client', () => ({ getRuff: () => ruff }));

const SLEEP: Diagnostic = {
  code: 'ASYNC251',
  message: 'Async functions should not call `time.sleep`',
  from: { line: 4, column: 5 },
  to: { line: 4, column: 15 },
  isUnnecessary: false,
};

const onShow = vi.fn();

/** A field with hints below it, as a bench has them. */
function Field({ occasion = 'example' }: Partial<Pick<Parameters<typeof useHints>[0], 'occasion'>>) {
  const [source, setSource] = useState('');
  const { hints, HintList, onTyping } = useHints({ path: 'layer.py', source, occasion });
  return (
    <>
      <textarea
        value={source}
        onChange={({ target }) => {
          onTyping();
          setSource(target.value);
        }}
      />
      {HintList && <HintList file="layer.py" hints={hints} onShow={onShow} />}
    </>
  );
}

const type = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });

beforeEach(() => {
  ruff.isReady = true;
  ruff.check.mockReset().mockResolvedValue([SLEEP]);
});
afterEach(cleanup);

describe('hints', () => {
  it('come with the first stroke, and lead to the line and to the unit', async () => {
    render(<Field />);
    expect(screen.queryByText(/hint/)).toBeNull();
    type('time.sleep(1)');
    fireEvent.click(await screen.findByRole('button', { name: 'line 4' }));
    expect(onShow).toHaveBeenCalledWith({ file: 'layer.py', line: 4 });
    expect(screen.getByRole('link', { name: /blocking call/ }).getAttribute('href')).toContain(
      '#the-right-code',
    );
    expect(ruff.check).toHaveBeenLastCalledWith('time.sleep(1)');
  });

  it('are read out once they have stood for a while, and once they are gone', async () => {
    render(<Field />);
    type('time.sleep(1)');
    expect(
      await screen.findByText('1 hint from Ruff. Line 4: time.sleep holds the event loop.'),
    ).toBeDefined();
    ruff.check.mockResolvedValue([]);
    type('log("mended")');
    expect(await screen.findByText('No hints left.')).toBeDefined();
  });

  it('are about the last text, whichever is answered last', async () => {
    const slow = Promise.withResolvers<readonly Diagnostic[]>();
    ruff.check.mockImplementation((source: string) => (source === 'first' ? slow.promise : [SLEEP]));
    render(<Field />);
    type('first');
    await vi.waitFor(() => expect(ruff.check).toHaveBeenCalledWith('first'), { timeout: 10_000 });
    type('second');
    await screen.findByRole('button', { name: 'line 4' });
    await act(async () => slow.resolve([]));
    expect(screen.getByRole('button', { name: 'line 4' })).toBeDefined();
  });

  it('of an exercise are held back until something was checked', async () => {
    const { rerender } = render(<Field occasion="exercise before its first check" />);
    type('time.sleep(1)');
    await vi.waitFor(() => expect(ruff.check).toHaveBeenCalled(), { timeout: 10_000 });
    expect(screen.queryByRole('listitem')).toBeNull();
    rerender(<Field occasion="exercise" />);
    expect(await screen.findByRole('listitem')).toBeDefined();
  });

  it('that Ruff could not be had for come once it is there', async () => {
    ruff.isReady = false;
    ruff.check.mockRejectedValue(new Error('no network'));
    render(<Field />);
    type('one');
    await vi.waitFor(() => expect(ruff.check).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    ruff.isReady = true;
    ruff.check.mockResolvedValue([SLEEP]);
    type('two');
    expect(await screen.findByRole('listitem')).toBeDefined();
    expect(ruff.check).toHaveBeenCalledTimes(2);
  });
});
