/** How many characters of an element's text lie before a point of the window; its end if it is not hit. */
export function offsetAtPoint(element: Element, x: number, y: number): number {
  const end = element.textContent?.length ?? 0;
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret == null || !element.contains(caret.offsetNode)) return end;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  return range.toString().length;
}
