import { CourseLink } from '@/components/ui/course-link';
import { otherPages, readerPages } from './pages';

export function SiteFooter() {
  return (
    <footer className="mt-24 border-t border-line">
      <div className="mx-auto flex max-w-(--page) flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-(--gutter) py-8 text-sm text-ink-soft">
        <p className="max-w-(--measure)">
          Everything runs on this page: real Django, in your browser. What you write and answer stays there.
        </p>
        <ul className="flex flex-wrap gap-x-8 gap-y-1">
          {[...readerPages, ...otherPages].map(({ href, title }) => (
            <li key={href}>
              <CourseLink
                href={href}
                className="inline-block py-1 underline decoration-line-strong underline-offset-4 hover:text-accent"
              >
                {title}
              </CourseLink>
            </li>
          ))}
          <li className="needs-script">
            <button
              type="button"
              data-summons="sheet"
              className="py-1 underline decoration-line-strong underline-offset-4 hover:text-accent"
            >
              Shortcuts
            </button>
          </li>
        </ul>
      </div>
    </footer>
  );
}
