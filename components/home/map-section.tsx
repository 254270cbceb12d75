import { CourseMap } from '@/components/shell/course-map';
import type { PartOfMap } from '@/lib/course/map';

/** The course map on the landing page. */
export function MapSection({ parts }: { readonly parts: readonly PartOfMap[] }) {
  return (
    <section
      aria-labelledby="map"
      className="mt-24 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]"
    >
      <div>
        <h2 id="map" className="text-2xl font-[650] tracking-tight">
          The map
        </h2>
        <p className="mt-3 text-ink-soft">
          No account and no server: your answers, edits and progress stay in this browser. You need to know
          Django’s views, and to have met <code>async</code> and <code>await</code> once.
        </p>
      </div>
      <CourseMap parts={parts} />
    </section>
  );
}
