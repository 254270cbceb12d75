import type { Heading } from '@/lib/course/lesson';

/** The sections of a lesson, as links. */
export function OnThisPage({ headings }: { readonly headings: readonly Heading[] }) {
  return (
    <nav aria-labelledby="on-this-page" className="text-sm">
      <p id="on-this-page" className="mb-1.5 font-semibold">
        On this page
      </p>
      <ol className="border-l border-line">
        {headings
          .filter(({ depth }) => depth === 2)
          .map(({ id, text, deeper }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="-ml-px block border-l border-transparent py-1 pl-4 text-ink-soft hover:border-accent hover:text-accent"
              >
                {text}
                {deeper && <span className="text-ink-faint"> (optional)</span>}
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}
