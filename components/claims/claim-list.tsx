/** What people say, each saying with its verdict, what is so, and the run that decides. */
import { CourseLink } from '@/components/ui/course-link';
import { InlineCode } from '@/components/ui/inline-code';
import { runAnchor } from '@/lib/course/addresses';
import type { DecidedClaim } from '@/lib/course/claims';
import { unitAddress } from '@/lib/course/map';

function Decision({ unit, title, experiment }: NonNullable<DecidedClaim['decidedBy']>) {
  const [run = ''] = experiment.runs;
  return (
    <p className="mt-2 text-ink-soft">
      <InlineCode text={experiment.says} />{' '}
      <CourseLink
        href={`${unitAddress(unit)}#${runAnchor(run)}`}
        className="inline-block py-0.5 text-accent underline underline-offset-4"
      >
        See it run<span className="sr-only"> in {title}</span>
      </CourseLink>
    </p>
  );
}

export function ClaimList({ claims }: { readonly claims: readonly DecidedClaim[] }) {
  return (
    <ol className="mt-10">
      {claims.map(({ id, saying, verdict, inFact, decidedBy }) => (
        <li
          key={id}
          id={`claim-${id}`}
          className="grid gap-x-8 gap-y-1 border-t border-line py-6 md:grid-cols-[minmax(0,1fr)_11rem]"
        >
          <div>
            <p className="text-lg leading-snug font-medium">
              “<InlineCode text={saying} />”
            </p>
            <p className="mt-2">
              <InlineCode text={inFact} />
            </p>
            {decidedBy === null ? (
              <p className="mt-2 text-ink-faint">A matter of words: no run decides it.</p>
            ) : (
              <Decision {...decidedBy} />
            )}
          </div>
          <p className="text-sm font-semibold text-ink-soft max-md:order-first md:pt-1 md:text-right">
            {verdict.charAt(0).toUpperCase()}
            {verdict.slice(1)}
          </p>
        </li>
      ))}
    </ol>
  );
}
