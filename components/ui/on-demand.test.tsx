// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { onDemand } from './on-demand';

afterEach(cleanup);

/** A module whose fetches the test answers, and a component that shows how it stands. */
function setUp() {
  const attempts: PromiseWithResolvers<{ readonly word: string }>[] = [];
  const onIntent = onDemand(() => {
    const attempt = Promise.withResolvers<{ readonly word: string }>();
    attempts.push(attempt);
    return attempt.promise;
  });
  function Shown() {
    const { module, failed } = onIntent.useFetched();
    return <p>{failed ? 'failed' : (module?.word ?? 'nothing yet')}</p>;
  }
  render(<Shown />);
  return { attempts, onIntent };
}

describe('code on demand', () => {
  it('is fetched when it is asked for, and only once', async () => {
    const { attempts, onIntent } = setUp();
    expect(screen.getByText('nothing yet')).toBeDefined();
    expect(attempts).toHaveLength(0);
    onIntent.fetch();
    onIntent.fetch();
    await act(async () => attempts[0]?.resolve({ word: 'here' }));
    onIntent.fetch();
    expect(screen.getByText('here')).toBeDefined();
    expect(attempts).toHaveLength(1);
  });

  it('that could not be fetched says so, and is fetched again', async () => {
    const { attempts, onIntent } = setUp();
    onIntent.fetch();
    await act(async () => attempts[0]?.reject(new Error('offline')));
    expect(screen.getByText('failed')).toBeDefined();
    onIntent.fetch();
    await act(async () => attempts[1]?.resolve({ word: 'here' }));
    expect(screen.getByText('here')).toBeDefined();
  });
});
