/** What the way "reference" adds to a unit: what to keep of it and its words, where the prose stands otherwise. */
import { InlineCode } from '@/components/ui/inline-code';
import { runAnchor } from '@/lib/course/addresses';
import type { Card } from '@/lib/course/card';
import type { GlossaryEntry } from '@/lib/course/glossary';

type Line = { readonly id: string; readonly name: string; readonly text: string; readonly example?: string };

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className="mt-8 text-lg font-semibold tracking-tight">{title}</h2>
      <dl>
        {lines.map(({ id, name, text, example }) => (
          <div key={id} className="border-b border-line py-3">
            <dt className="font-medium">
              <InlineCode text={name} />
            </dt>
            <dd className="text-ink-soft">
              <InlineCode text={text} />
              {example && (
                <>
                  {' '}
                  <a href={`#${runAnchor(example)}`} className="text-accent underline underline-offset-4">
                    See the run
                  </a>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function Reference({
  terms,
  cards,
}: {
  readonly terms: readonly GlossaryEntry[];
  readonly cards: readonly Card[];
}) {
  return (
    <section data-only="reference" aria-label="Reference" className="max-w-(--measure)">
      <Lines
        title="To keep"
        lines={cards.map(({ id, front, back, example }) => ({ id, name: front, text: back, example }))}
      />
      <Lines
        title="Words"
        lines={terms.map(({ id, term, meaning }) => ({ id, name: term, text: meaning }))}
      />
    </section>
  );
}
