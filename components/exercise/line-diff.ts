/** Two texts, line against line. Pure. */

export type DiffLine = {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Line numbers from 1; null on the side that does not have the line. */
  readonly before: number | null;
  readonly after: number | null;
};

/** The shortest way from `before` to `after`, as a longest common subsequence of lines. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const old = before.trimEnd().split('\n');
  const now = after.trimEnd().split('\n');
  const common = commonLengths(old, now);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [mine, theirs] = [old[i], now[j]];
    if (mine !== undefined && mine === theirs) {
      i += 1;
      j += 1;
      lines.push({ kind: 'same', text: mine, before: i, after: j });
    } else if (mine !== undefined && (theirs === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      i += 1;
      lines.push({ kind: 'removed', text: mine, before: i, after: null });
    } else {
      j += 1;
      lines.push({ kind: 'added', text: theirs ?? '', before: null, after: j });
    }
  }
  return lines;
}

/** Entry [i][j] is how many lines `old` from i and `now` from j have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
