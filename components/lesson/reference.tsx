/** What the way "reference" adds to a unit: what to keep of it and its words, where the prose stands otherwise. */
import { CourseLink } from '@/components/ui/course-link';
import { InlineCode } from '@/components/ui/inline-code';
import { runAnchor } from '@/lib/course/addresses';
import type { Card } from '@/lib/course/card';
import type { GlossaryEntry } from '@/lib/course/glossary';
import { unitAddress } from '@/lib/course/map';

type Line = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** The address of the run that shows it. */
  readonly run?: `/${string}`;
};

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className="mt-8 text-lg font-semibold tracking-tight">{title}</h2>
      <dl>
        {lines.map(({ id, name, text, run }) => (
          <div key={id} className="border-b border-line py-3">
            <dt className="font-medium">
              <InlineCode text={name} />
            </dt>
            <dd className="text-ink-soft">
              <InlineCode text={text} />{' '}
              {run && (
                <CourseLink href={run} className="text-accent underline underline-offset-4">
                  See the run
                </CourseLink>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function Reference({
  unitId,
  terms,
  cards,
}: {
  readonly unitId: string;
  readonly terms: readonly GlossaryEntry[];
  readonly cards: readonly Card[];
}) {
  const cardLines = cards.map(({ id, front, back, example, unit }) => ({
    id,
    name: front,
    text: back,
    run: `${unitAddress(unit ?? unitId)}?way=read#${runAnchor(example)}` as const,
  }));
  return (
    <section data-only="reference" aria-label="Reference" className="max-w-(--measure)">
      <Lines title="To keep" lines={cardLines} />
      <Lines
        title="Words"
        lines={terms.map(({ id, term, meaning }) => ({ id, name: term, text: meaning }))}
      />
    </section>
  );
}
