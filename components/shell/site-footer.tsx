import { CourseLink } from '@/components/ui/course-link';

export function SiteFooter() {
  return (
    <footer className="mt-24 border-t border-line">
      <div className="mx-auto flex max-w-(--page) flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-(--gutter) py-8 text-sm text-ink-soft">
        <p className="max-w-(--measure)">
          Everything runs on this page: real Django, in your browser. What you write and answer stays there.
        </p>
        <CourseLink
          href="/timeline/"
          className="py-1 underline decoration-line-strong underline-offset-4 hover:text-accent"
        >
          Open a trace
        </CourseLink>
        <CourseLink
          href="/licences/"
          className="py-1 underline decoration-line-strong underline-offset-4 hover:text-accent"
        >
          Licences of what is shown here
        </CourseLink>
      </div>
    </footer>
  );
}
