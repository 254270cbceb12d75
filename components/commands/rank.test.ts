import { describe, expect, it } from 'vitest';
import { ranked } from './rank';

const find = (query: string, ...texts: readonly string[]) => ranked(texts, query, (text) => text);

describe('ranked', () => {
  it('leaves everything as it is without a query', () => {
    expect(find(' ', 'Run', 'Reset')).toEqual(['Run', 'Reset']);
  });

  it('wants every word of the query, in any order', () => {
    expect(find('async mixing', 'Mixing sync and async', 'Async in production')).toEqual([
      'Mixing sync and async',
    ]);
  });

  it('puts the start of the text before the start of a word, and that before the middle of one', () => {
    expect(find('run', 'Prune', 'Play this run', 'Run')).toEqual(['Run', 'Play this run', 'Prune']);
  });

  it('finds letters that were left out, but not letters strewn over a sentence', () => {
    expect(find('plgrnd', 'Playground', 'People let go of all running windows')).toEqual(['Playground']);
  });
});
