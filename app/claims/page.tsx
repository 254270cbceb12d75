import type { Metadata } from 'next';
import { ClaimList } from '@/components/claims/claim-list';
import { units } from '@/content/manifest.generated';
import { readClaims } from '@/lib/course/claims';
import { readUnit } from '@/lib/course/read-unit';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = sharedAs({
  path: '/claims/',
  title: 'What people say',
  description: 'Sentences one hears about async middleware in Django, each decided by a run.',
});

export default function ClaimsPage() {
  const claims = readClaims(
    'content',
    units.map(({ id }) => readUnit('content', id)),
  );
  return (
    <article className="max-w-(--measure) pt-16">
      <h1 className="text-4xl font-[680] tracking-tight">What people say</h1>
      <p className="mt-5 text-lg text-ink-soft">
        {claims.length} sentences that one hears about async middleware, and what Django 5.2 does. A run
        decides each, unless it says that words do; you can change it, and see whether it still holds.
      </p>
      <ClaimList claims={claims} />
    </article>
  );
}
