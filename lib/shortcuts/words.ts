/** The shortcuts in words, for the help sheet. A shortcut without words, or words without one, do not compile. */
import {
  editorKeys,
  formatKeys,
  fullEditorKeys,
  gutterKeys,
  hitKeys,
  type Keys,
  laneKeys,
  nameKeys,
  orderKeys,
  overlayKeys,
  pageKeys,
  paletteKeys,
  runKeys,
  suggestionKeys,
  tabKeys,
  timelineKeys,
} from './keys';

export type Shortcut = { readonly keys: readonly string[]; readonly does: string };
export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly Shortcut[] };

function described<Group extends Keys>(
  keys: Group,
  words: Readonly<Record<keyof Group & string, string>>,
): readonly Shortcut[] {
  return Object.keys(keys).flatMap((name) => {
    const does = words[name as keyof Group & string];
    return does === undefined ? [] : [{ keys: keys[name] ?? [], does }];
  });
}

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Anywhere',
    shortcuts: [
      ...described(pageKeys, { palette: 'Open the commands', sheet: 'Show this sheet' }),
      ...described(overlayKeys, { close: 'Close what lies over the page' }),
    ],
  },
  {
    title: 'In the commands',
    shortcuts: described(paletteKeys, {
      next: 'Next command',
      previous: 'Previous command',
      perform: 'Do what is selected',
    }),
  },
  {
    title: 'In an editor',
    shortcuts: [
      ...described(runKeys, { run: 'Run; in an exercise, run and check' }),
      ...described(formatKeys, { format: 'Format, once something is edited' }),
      ...described(editorKeys, {
        newLine: 'New line, as deep as this one',
        deeper: 'Indent, once something was typed; before that, leave the editor',
        shallower: 'Indent less, once something was typed',
        leave: 'Let Tab leave the editor again',
      }),
    ],
  },
  {
    title: 'In the full editor',
    shortcuts: described(fullEditorKeys, {
      suggest: 'Suggest names',
      explain: 'Say what the name at the caret means',
      comment: 'Make lines a comment, or code again',
      lineUp: 'Move the line up',
      lineDown: 'Move the line down',
      copyDown: 'Copy the line below',
      removeLine: 'Delete the line',
      nextSame: 'Select the next place with the same text',
    }),
  },
  {
    title: 'While names are suggested',
    shortcuts: described(suggestionKeys, {
      nextSuggestion: 'Next suggestion',
      previousSuggestion: 'Previous suggestion',
      take: 'Take it; Enter still begins a new line',
    }),
  },
  {
    title: 'On files, stacks and line numbers',
    shortcuts: [
      ...described(tabKeys, {
        next: 'Next tab',
        previous: 'Previous tab',
        first: 'First tab',
        last: 'Last tab',
      }),
      ...described(gutterKeys, {
        up: 'Previous line on which something happened',
        down: 'Next line on which something happened',
      }),
    ],
  },
  {
    title: 'On a timeline, its lanes or its slider',
    shortcuts: described(timelineKeys, {
      step: 'Step forward',
      stepBack: 'Step back',
      handOver: 'Next hand-over of the loop',
      handOverBack: 'Previous hand-over of the loop',
      start: 'To the start',
      end: 'To the end',
      play: 'Play or pause',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      left: 'Move to the left',
      right: 'Move to the right',
      whole: 'Show all',
    }),
  },
  {
    title: 'On the lanes of a timeline',
    shortcuts: described(laneKeys, {
      nextMark: 'Select the next mark',
      previousMark: 'Select the previous mark',
      nextRow: 'Select in the next row',
      previousRow: 'Select in the previous row',
      unselect: 'Select nothing',
    }),
  },
  {
    title: 'In the search of a timeline',
    shortcuts: described(hitKeys, {
      nextHit: 'Next hit',
      previousHit: 'Previous hit',
      clear: 'Clear the search',
    }),
  },
  {
    title: 'In the name of a file',
    shortcuts: described(nameKeys, {
      rename: 'Rename the file',
      restore: 'Leave the name as it was',
    }),
  },
  {
    title: 'On an item that is to be put in order',
    shortcuts: described(orderKeys, {
      earlier: 'Earlier',
      later: 'Later',
      never: 'It never happens',
    }),
  },
];
