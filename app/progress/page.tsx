import type { Metadata } from 'next';
import { Progress } from '@/components/progress/progress';
import { outlines } from '@/content/manifest.generated';

export const metadata: Metadata = {
  title: 'Progress',
  description: 'What you read, answered and passed, by concept and by unit; and your record as a file.',
};

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
    </article>
  );
}
