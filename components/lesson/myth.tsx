import type { ReactNode } from 'react';
import { InlineCode } from '@/components/ui/inline-code';

/** What many people believe, and behind a tap what is so. The children say it, with the run that shows it. */
export function Myth({ belief, children }: { readonly belief: string; readonly children: ReactNode }) {
  return (
    <details className="group my-8 rounded-card border border-line bg-surface open:bg-ground">
      <summary className="flex cursor-pointer list-none items-start gap-4 max-sm:flex-col rounded-card p-5 hover:bg-surface [&::-webkit-details-marker]:hidden">
        <span className="grow">
          <span className="block text-sm font-medium text-ink-faint">Many people believe</span>
          <span className="block text-lg leading-snug font-medium text-balance">
            “
            <InlineCode text={belief} />”
          </span>
        </span>
        <span className="mt-0.5 shrink-0 rounded-full border border-line-strong px-3 py-1 text-sm font-medium text-accent group-open:hidden print:hidden">
          What is so
        </span>
      </summary>
      <div data-prose className="border-t border-line px-5 py-1">
        {children}
      </div>
    </details>
  );
}
