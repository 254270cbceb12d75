import type { Metadata } from 'next';
import { Search } from '@/components/search/search';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = {
  ...sharedAs({
    path: '/search/',
    title: 'Search',
    description: 'Search the lessons and the glossary of the course.',
  }),
  robots: { index: false },
};

export default function SearchPage() {
  return (
    <article className="max-w-(--measure) pt-16">
      <h1 className="text-4xl font-[680] tracking-tight">Search</h1>
      <noscript>
        <p className="mt-4">Search needs JavaScript. The course map and the glossary can be read without.</p>
      </noscript>
      <Search />
    </article>
  );
}
