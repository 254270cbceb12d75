import { describe, expect, it } from 'vitest';
import { buildTrace } from '@/tests/support/trace';
import { expectFailure, expectSuccess } from '@/tests/support/verdict';
import { pieceCount, piecesLeaveBy } from '.';

describe('checks over a stream', () => {
  const streamed = (...chunks: [number, number][]) =>
    buildTrace({ requests: [{ id: 'A', arrival: 100_000, chunks }] });
  const pieces = streamed([110_000, 2], [200_000, 2], [200_000, 0]);

  it('counts the pieces, and not the empty message at the end', () => {
    expectSuccess(pieceCount(2), pieces);
    expect(expectFailure(pieceCount(3), pieces).message).toBe('The body of request A left in 2 pieces.');
  });

  it('holds each piece to a time of its own, from the arrival', () => {
    expectSuccess(piecesLeaveBy([10_000, 100_000]), pieces);
    expect(expectFailure(piecesLeaveBy([10_000, 50_000]), pieces).message).toBe(
      'Piece 2 of the body of request A left after 100 ms.',
    );
    expect(expectFailure(piecesLeaveBy([10_000, 100_000, 200_000]), pieces).message).toBe(
      'The body of request A ended after 2 pieces.',
    );
    expect(expectFailure(piecesLeaveBy([10_000]), streamed()).message).toBe(
      'Not one piece of the body of request A left.',
    );
  });
});
