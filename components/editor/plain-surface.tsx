/** The plain tier: a `<textarea>` that behaves in code, for phones, screen readers, and by choice. */
import { type KeyboardEvent, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { editorKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import styles from './editor.module.css';
import type { SurfaceHandle } from './surface-handle';
import { type Edit, indent, newLine, outdent } from './typing';

export type Selection = { readonly from: number; readonly to: number };

export type SurfaceProperties = {
  readonly path: string;
  readonly source: string;
  /** Where the caret goes when the surface takes over; null leaves the focus where it is. */
  readonly caret: Selection | null;
  readonly label: string;
  readonly describedBy: string;
  readonly onChange: (source: string) => void;
  /** The line (from 1) the learner clicked or moved to with the pointer. */
  readonly onPoint: (line: number) => void;
  /** For commands; null while another surface has the text. */
  readonly handle: RefObject<SurfaceHandle | null> | null;
};

type Properties = SurfaceProperties & {
  /** Colours lie underneath: the text itself stays unseen. */
  readonly coloured: boolean;
  /** The caret moved, for a surface that may take over. */
  readonly onCaret: (selection: Selection) => void;
};

const EDITS = { newLine, deeper: indent, shallower: outdent } as const;

export function PlainSurface({ source, caret, label, describedBy, coloured, handle, ...on }: Properties) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** Tab leaves the editor until something was typed, and again after Escape. */
  const typing = useRef(false);
  const first = useRef(caret);

  useEffect(() => {
    if (first.current === null) return;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(first.current.from, first.current.to);
  }, []);

  useImperativeHandle(handle, () => ({
    read: () => field.current?.value ?? '',
    caret: () => field.current?.selectionStart ?? 0,
    replace(edit, offset) {
      const area = field.current;
      if (area === null) return;
      area.focus({ preventScroll: true });
      perform(edit, area);
      area.setSelectionRange(offset, offset);
    },
  }));

  function perform(edit: Edit, area: HTMLTextAreaElement) {
    area.setSelectionRange(edit.from, edit.to);
    // The only way to edit a field that keeps the browser's own undo; where it is gone, undo is lost, not text.
    if (document.execCommand(edit.text === '' ? 'delete' : 'insertText', false, edit.text)) return;
    area.setRangeText(edit.text, edit.from, edit.to, 'end');
    on.onChange(area.value);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const area = event.currentTarget;
    const { value, selectionStart, selectionEnd } = area;
    if (event.nativeEvent.isComposing) return;
    const name = pressed(editorKeys, event);
    if (name === null) return;
    if (name === 'leave') {
      typing.current = false;
      return;
    }
    if (name !== 'newLine' && !typing.current) return;
    event.preventDefault();
    perform(EDITS[name](value, selectionStart, selectionEnd), area);
  }

  return (
    <textarea
      ref={field}
      className={styles.plain}
      data-coloured={coloured}
      value={source}
      aria-label={label}
      aria-describedby={describedBy}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      wrap="off"
      onChange={(event) => {
        typing.current = true;
        on.onChange(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget }) => {
        typing.current = false;
        currentTarget.scrollLeft = 0;
      }}
      onSelect={({ currentTarget }) =>
        on.onCaret({ from: currentTarget.selectionStart, to: currentTarget.selectionEnd })
      }
      onClick={({ currentTarget }) =>
        on.onPoint(currentTarget.value.slice(0, currentTarget.selectionStart).split('\n').length)
      }
    />
  );
}
