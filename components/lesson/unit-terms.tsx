import { CourseLink } from '@/components/ui/course-link';
import { termAddress } from '@/lib/course/addresses';
import type { GlossaryEntry } from '@/lib/course/glossary';

/** The words that a unit explains, each with its place in the glossary, and the way to all the others. */
export function UnitTerms({ terms }: { readonly terms: readonly GlossaryEntry[] }) {
  return (
    <section data-only="read" aria-labelledby="words" className="mt-16 max-w-(--measure)">
      <h2 id="words" className="text-lg font-semibold tracking-tight">
        Words
      </h2>
      <ul className="mt-2 flex flex-wrap gap-x-5">
        {terms.map(({ id, term }) => (
          <li key={id}>
            <CourseLink
              href={termAddress(id)}
              className="inline-block py-1 text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-accent"
            >
              {term}
            </CourseLink>
          </li>
        ))}
        <li>
          <CourseLink
            href="/glossary/"
            className="inline-block py-1 text-accent underline underline-offset-4"
          >
            The whole glossary
          </CourseLink>
        </li>
      </ul>
    </section>
  );
}
