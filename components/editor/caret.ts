/** Where in an element's text a point of the window, or the page's own caret, lies. */

/** How many characters of an element's text lie before a point of the window; its end if it is not hit. */
export function offsetAtPoint(element: Element, x: number, y: number): number {
  const end = element.textContent?.length ?? 0;
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret == null || !element.contains(caret.offsetNode)) return end;
  return offsetOf(element, caret.offsetNode, caret.offset);
}

/** The same for the caret that a click or the keyboard left in an element with the focus; null without focus. */
export function caretIn(element: Element | null): number | null {
  if (element === null || document.activeElement !== element) return null;
  const selection = document.getSelection();
  if (selection === null || selection.anchorNode === null || !element.contains(selection.anchorNode))
    return 0;
  return selection.isCollapsed ? offsetOf(element, selection.anchorNode, selection.anchorOffset) : null;
}

function offsetOf(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
