/** The browser's half of still figures: finds one in the page, and keeps it for when it is asked again. */
import { type FigureKind, stillId } from '@/components/figures/kinds';

const found = new Map<string, string>();

/** The HTML that the server drew for this recorded run, wherever the page first shows it. */
export function stillMarkup(unitId: string, example: string): string {
  return markupIn(`${unitId}/${example}`);
}

/** The same for two runs compared. */
export function stillComparison(unitId: string, before: string, after: string): string {
  return markupIn(`${unitId}/${before}+${after}`);
}

/** The same for a figure over one or several runs. */
export function stillFigure(kind: FigureKind, unitId: string, names: readonly string[]): string {
  return markupIn(stillId(kind, unitId, names));
}

function markupIn(id: string): string {
  let markup = found.get(id);
  if (markup === undefined) {
    markup = document.querySelector(`[data-still="${id}"]`)?.innerHTML ?? '';
    found.set(id, markup);
  }
  return markup;
}
