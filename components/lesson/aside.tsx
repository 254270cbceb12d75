import type { ReactNode } from 'react';

/** A remark beside the text: true, useful, and safe to skip. */
export function Aside({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <aside
      data-aside
      aria-label={title ?? 'Aside'}
      className="my-6 border-l-2 border-accent pl-4 text-[0.9375rem] leading-relaxed text-ink-soft"
    >
      {title && <p className="font-semibold text-ink">{title}</p>}
      {children}
    </aside>
  );
}
