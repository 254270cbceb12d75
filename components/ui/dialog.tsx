'use client';
import { type ReactNode, useEffect, useRef } from 'react';
/**
 * A dialog over the page. The browser keeps the focus in it, closes it with Escape (`overlayKeys`) and gives the
 * focus back to where it was.
 */
import { CloseIcon } from './close-icon';

type Properties = {
  readonly label: string;
  readonly className: string;
  /** It is closed, by whatever way: time to take it away. */
  readonly onClose: () => void;
  /** `close` closes it. */
  readonly children: (close: () => void) => ReactNode;
};

export function Dialog({ label, className, onClose, children }: Properties) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; with the keyboard Escape does.
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && close()}
      className={className}
    >
      {children(close)}
    </dialog>
  );
}

/** A cross in the corner of a dialog. */
export function CloseButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="grid size-11 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-surface hover:text-ink"
    >
      <CloseIcon />
      <span className="sr-only">Close</span>
    </button>
  );
}
