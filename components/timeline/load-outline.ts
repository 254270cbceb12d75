/**
 * The outline of a share over windows, as an SVG path in pixels. Windows without any have no outline, not even a
 * flat one. `edges` are the left edges of the windows, then the right edge of the last.
 */
export function outlineOf(shares: ArrayLike<number>, edges: readonly number[], height: number): string {
  const round = (value: number) => Number(value.toFixed(1));
  const at = (index: number) => round(edges[index] ?? 0);
  const paths: string[] = [];
  for (let index = 0; index < shares.length; index += 1) {
    if (!shares[index]) continue;
    const first = index;
    const upper: string[] = [];
    for (; index < shares.length && shares[index]; index += 1) {
      upper.push(`V${round(height * (1 - (shares[index] ?? 0)))}H${at(index + 1)}`);
    }
    paths.push(`M${at(first)} ${height}${upper.join('')}V${height}Z`);
  }
  return paths.join('');
}
