/** The figures that a lesson may place over its recorded runs. */

export type FigureKind = 'kitchen' | 'pipeline' | 'await-chain' | 'nested-frames';

/** By which a figure that the server drew is found in the page. */
export function stillId(kind: FigureKind, unitId: string, names: readonly string[]): string {
  return `${kind}:${unitId}/${names.join('+')}`;
}
