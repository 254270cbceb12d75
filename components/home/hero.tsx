/** The landing page's first screen: what this is, the way in, and a run to show it. */
import type { ReactNode } from 'react';
import { FastPathLink } from '@/components/shell/fast-path-link';
import { CourseLink } from '@/components/ui/course-link';
import { type UnitSummary, unitAddress } from '@/lib/course/map';

export function Hero({
  first,
  path,
  code,
  run,
}: {
  readonly first: UnitSummary;
  /** The units of the fast path. */
  readonly path: readonly UnitSummary[];
  /** The layer that the run went through, as HTML. */
  readonly code: string;
  /** The recorded run, playable. */
  readonly run: ReactNode;
}) {
  return (
    <section aria-labelledby="title" className="pt-12 lg:pt-20">
      <div className="grid items-center gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)]">
        <div>
          <h1
            id="title"
            className="max-w-[16ch] text-[2.5rem] leading-[1.08] font-[680] tracking-[-0.028em] text-balance sm:text-6xl"
          >
            See what your middleware waits for.
          </h1>
          <p className="mt-6 max-w-[52ch] text-lg leading-relaxed text-ink-soft text-pretty sm:text-xl">
            A course on async middleware for people who write Django. You edit a layer, real Django runs it
            here in the page, and a timeline shows every await point: who held the event loop, who was
            suspended, and what went to a thread.
          </p>
          <p className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
            <CourseLink
              href={unitAddress(first.id)}
              className="inline-flex h-12 items-center rounded-card bg-accent px-6 text-lg font-medium text-accent-ink hover:brightness-110"
            >
              Start the course
            </CourseLink>
            <FastPathLink
              units={path}
              className="py-2 font-medium text-accent underline underline-offset-4"
            />
            <a href="#map" className="py-2 font-medium text-accent underline underline-offset-4">
              See the map
            </a>
          </p>
        </div>
        <figure className="min-w-0">
          <div
            className="code-block"
            // Shiki's own output over our own sources, made while the site is built.
            // biome-ignore lint/security/noDangerouslySetInnerHtml: there is no reader's text in it
            dangerouslySetInnerHTML={{ __html: code }}
          />
          <figcaption className="mt-3 text-sm text-ink-soft">
            One line in an async layer that does not give way. Below, what it does to three requests.
          </figcaption>
        </figure>
      </div>
      <section aria-label="A recorded run of this layer" className="mt-12 lg:mt-16">
        {run}
      </section>
    </section>
  );
}
