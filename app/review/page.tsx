import type { Metadata } from 'next';
import { Review } from '@/components/review/review';
import { outlines } from '@/content/manifest.generated';
import { parts } from '@/lib/course/parts';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = sharedAs({
  path: '/review/',
  title: 'Review',
  description: 'What is due of the units that you opened: cards, and the questions that you missed.',
});

export default function ReviewPage() {
  return (
    <article className="pt-16">
      <h1 className="text-4xl font-[680] tracking-tight">Review</h1>
      <p className="mt-5 mb-10 max-w-(--measure) text-lg text-ink-soft">
        A card or a missed question comes back just before it would be forgotten: after a day at first, and
        later each time that you remember it.
      </p>
      <noscript>
        <p className="mb-6">The review needs JavaScript: it is made from what your browser keeps.</p>
      </noscript>
      <Review units={outlines} parts={parts.map(({ id, title }) => ({ id, title }))} />
    </article>
  );
}
