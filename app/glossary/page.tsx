import type { Metadata } from 'next';
import { GlossaryList } from '@/components/glossary/glossary-list';
import { units } from '@/content/manifest.generated';
import { readGlossary } from '@/lib/course/glossary';
import { readUnit } from '@/lib/course/read-unit';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = sharedAs({
  path: '/glossary/',
  title: 'Glossary',
  description: 'The words of async Django, each in a sentence or two, and the units that use them.',
});

/** The words in alphabetical order, each with the units whose lessons explain it. */
function usedTerms() {
  const termsOf = new Map(units.map(({ id }) => [id, readUnit('content', id).lesson.terms]));
  return readGlossary('content').map((entry) => ({
    ...entry,
    usedIn: units.filter(({ id }) => termsOf.get(id)?.includes(entry.id)),
  }));
}

export default function GlossaryPage() {
  return (
    <article data-pagefind-body className="max-w-(--measure) pt-16">
      <h1 className="text-4xl font-[680] tracking-tight">Glossary</h1>
      <p className="mt-5 text-lg text-ink-soft">The words of the course, each with the units that use it.</p>
      <GlossaryList terms={usedTerms()} />
    </article>
  );
}
