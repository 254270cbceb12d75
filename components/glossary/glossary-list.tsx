/** Every word of the course with its meaning, and the units that use it. */
import { CourseLink } from '@/components/ui/course-link';
import { InlineCode } from '@/components/ui/inline-code';
import { termAnchor } from '@/lib/course/addresses';
import type { GlossaryEntry } from '@/lib/course/glossary';
import { type UnitSummary, unitAddress } from '@/lib/course/map';

export type UsedTerm = GlossaryEntry & { readonly usedIn: readonly UnitSummary[] };

export function GlossaryList({ terms }: { readonly terms: readonly UsedTerm[] }) {
  return (
    <dl className="mt-10">
      {terms.map(({ id, term, meaning, usedIn }) => (
        <div
          key={id}
          id={termAnchor(id)}
          className="-mx-3 rounded-card border-t border-line px-3 py-5 target:bg-accent-wash"
        >
          <dt className="text-lg font-semibold">{term}</dt>
          <dd className="mt-1">
            <InlineCode text={meaning} />
          </dd>
          {usedIn.length > 0 && (
            <dd className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
              <span className="py-1">Used in</span>
              {usedIn.map((unit) => (
                <CourseLink
                  key={unit.id}
                  href={unitAddress(unit.id)}
                  className="py-1 text-accent underline underline-offset-4"
                >
                  {unit.title}
                </CourseLink>
              ))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
