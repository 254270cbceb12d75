import { InlineCode } from '@/components/ui/inline-code';
import type { UnitDescription } from '@/lib/course/unit';

/** What the documentation says on a unit's subject, by title and section. */
export function Documentation({ pages }: { readonly pages: UnitDescription['documentation'] }) {
  if (pages.length === 0) return null;
  return (
    <section data-only="read reference" aria-labelledby="documentation" className="mt-16 max-w-(--measure)">
      <h2 id="documentation" className="text-lg font-semibold tracking-tight">
        What the docs say
      </h2>
      <ul className="mt-3 grid gap-5">
        {pages.map(({ title, source, says, url }) => (
          <li key={title} className="border-l-2 border-line pl-4">
            <p className="font-medium">
              {url ? (
                <a href={url} className="text-accent underline underline-offset-4">
                  {title}
                </a>
              ) : (
                title
              )}
            </p>
            <p className="text-sm text-ink-faint">{source}</p>
            <p className="mt-1 text-ink-soft">
              <InlineCode text={says} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
