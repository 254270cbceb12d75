/** What a command needs of the surface that has the text, whichever tier it is. */
import type { Edit } from './typing';

export type SurfaceHandle = {
  readonly read: () => string;
  /** The offset at which the selection begins. */
  readonly caret: () => number;
  /** Makes an edit as one step that can be undone, puts the caret at an offset of the new text, and takes the focus. */
  readonly replace: (edit: Edit, caret: number) => void;
};
