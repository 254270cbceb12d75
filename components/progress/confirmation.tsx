'use client';
/** Asks before something is done that cannot be taken back. It takes the focus, and gives it up with Escape. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { overlayKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';

export function Confirmation({
  title,
  confirm,
  danger = false,
  offer,
  onConfirm,
  onCancel,
  children,
}: {
  readonly title: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly danger?: boolean;
  /** Something to do first. */
  readonly offer?: ReactNode;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const place = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => place.current?.focus(), []);
  const colours = danger
    ? 'bg-danger text-ground hover:brightness-110'
    : 'bg-accent text-accent-ink hover:brightness-110';

  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={(event) => {
        if (pressed(overlayKeys, event)) onCancel();
      }}
      className="mt-5 rounded-card border border-line-strong bg-surface p-5 outline-none"
    >
      <h3 id={`${id}-title`} className="text-lg font-semibold">
        {title}
      </h3>
      <p id={`${id}-text`} className="mt-1">
        {children}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        {offer}
        <button type="button" onClick={onConfirm} className={`h-11 rounded-card px-5 font-medium ${colours}`}>
          {confirm}
        </button>
        <button
          type="button"
          onClick={onCancel}
          className="h-11 rounded-card px-3 font-medium text-ink-soft underline underline-offset-4 hover:text-accent"
        >
          Leave it as it is
        </button>
      </div>
    </section>
  );
}
