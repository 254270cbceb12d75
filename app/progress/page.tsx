import type { Metadata } from 'next';
import { KeepPython } from '@/components/offline/keep-python';
import { Progress } from '@/components/progress/progress';
import { outlines } from '@/content/manifest.generated';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = sharedAs({
  path: '/progress/',
  title: 'Progress',
  description: 'What you read, answered and passed, by concept and by unit; and your record as a file.',
});

export default function ProgressPage() {
  return (
    <article className="pt-16">
      <h1 className="text-4xl font-[680] tracking-tight">Progress</h1>
      <p className="mt-5 mb-10 max-w-(--measure) text-lg text-ink-soft">
        What this browser has kept of your way through the course. Nobody else can see it.
      </p>
      <noscript>
        <p className="mb-6">Your progress needs JavaScript: it is made from what your browser keeps.</p>
      </noscript>
      <Progress units={outlines} />
      <section aria-labelledby="offline" className="needs-script mt-16 max-w-(--measure)">
        <h2 id="offline" className="text-2xl font-[650] tracking-tight">
          Without a network
        </h2>
        <p className="mt-3 mb-4 text-ink-soft">
          After one visit, lessons, search and recorded runs need no network. Python is kept from your first
          run on, or from now:
        </p>
        <KeepPython />
      </section>
    </article>
  );
}
