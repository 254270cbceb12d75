/**
 * Every shortcut of the site: what it is called, and the keys that call it. Handlers look keys up here and nowhere
 * else, and the help sheet lists what stands here (`words.ts`), so that neither can say what the other does not.
 *
 * A key is a `KeyboardEvent.key`, with `Mod+` (Command on Apple's machines, Ctrl elsewhere), `Ctrl+`, `Alt+` or
 * `Shift+` before it. Each group is a constant of its own, so that code carries only the keys that it answers.
 */
export type Keys = Readonly<Record<string, readonly string[]>>;

/** Anywhere; those without a modifier not while something is typed. */
export const pageKeys = { palette: ['Mod+k'], sheet: ['?'] } as const satisfies Keys;

/** In the commands. */
export const paletteKeys = {
  next: ['ArrowDown'],
  previous: ['ArrowUp'],
  perform: ['Enter'],
} as const satisfies Keys;

/** Anywhere in an editor, its files and its gutter included. */
export const runKeys = { run: ['Mod+Enter', 'Ctrl+Enter'] } as const satisfies Keys;

/** The same, once something is edited there. */
export const formatKeys = { format: ['Shift+Alt+f'] } as const satisfies Keys;

/** While code is edited. */
export const editorKeys = {
  newLine: ['Enter'],
  deeper: ['Tab'],
  shallower: ['Shift+Tab'],
  leave: ['Escape'],
} as const satisfies Keys;

/** While code is edited in the full editor, on top of the others. */
export const fullEditorKeys = {
  suggest: ['Ctrl+ '],
  explain: ['F1'],
  comment: ['Mod+/'],
  lineUp: ['Alt+ArrowUp'],
  lineDown: ['Alt+ArrowDown'],
  copyDown: ['Shift+Alt+ArrowDown'],
  removeLine: ['Mod+Shift+k'],
  nextSame: ['Mod+d'],
} as const satisfies Keys;

/** While the full editor suggests names. */
export const suggestionKeys = {
  nextSuggestion: ['ArrowDown'],
  previousSuggestion: ['ArrowUp'],
  take: ['Tab'],
} as const satisfies Keys;

/** On the numbers of lines on which something happened. */
export const gutterKeys = { up: ['ArrowUp'], down: ['ArrowDown'] } as const satisfies Keys;

/** On a row of tabs: files, stacks. */
export const tabKeys = {
  next: ['ArrowRight'],
  previous: ['ArrowLeft'],
  first: ['Home'],
  last: ['End'],
} as const satisfies Keys;

/** On the lanes of a timeline and on its slider. */
export const timelineKeys = {
  step: ['ArrowRight', 'ArrowUp'],
  stepBack: ['ArrowLeft', 'ArrowDown'],
  handOver: ['PageDown'],
  handOverBack: ['PageUp'],
  start: ['Home'],
  end: ['End'],
  play: [' '],
  zoomIn: ['w', '+', '='],
  zoomOut: ['s', '-'],
  left: ['a'],
  right: ['d'],
  whole: ['0'],
} as const satisfies Keys;

/** On the lanes of a timeline only. */
export const laneKeys = {
  nextMark: ['.'],
  previousMark: [','],
  nextRow: ['j'],
  previousRow: ['k'],
  unselect: ['Escape'],
} as const satisfies Keys;

/** In the search field of a timeline. */
export const hitKeys = {
  nextHit: ['Enter'],
  previousHit: ['Shift+Enter'],
  clear: ['Escape'],
} as const satisfies Keys;

/** On an item of a question that asks for an order. */
export const orderKeys = {
  earlier: ['ArrowUp'],
  later: ['ArrowDown'],
  never: ['Delete'],
} as const satisfies Keys;

/** In the name of a file in the playground. */
export const nameKeys = { rename: ['Enter'], restore: ['Escape'] } as const satisfies Keys;

/** What lies over the page or asks something first. */
export const overlayKeys = { close: ['Escape'] } as const satisfies Keys;
