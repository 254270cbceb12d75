/** The browser's half of StillTimeline: finds the figure in the page, and keeps it for when it is asked again. */

const found = new Map<string, string>();

/** The HTML that the server drew for this recorded run, wherever the page first shows it. */
export function stillMarkup(unitId: string, example: string): string {
  const id = `${unitId}/${example}`;
  let markup = found.get(id);
  if (markup === undefined) {
    markup = document.querySelector(`[data-still="${id}"]`)?.innerHTML ?? '';
    found.set(id, markup);
  }
  return markup;
}
