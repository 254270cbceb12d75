import { CourseLink } from '@/components/ui/course-link';

const links = [
  { href: '/playground/', title: 'Playground' },
  { href: '/review/', title: 'Review' },
  { href: '/progress/', title: 'Progress' },
  { href: '/glossary/', title: 'Glossary' },
  { href: '/claims/', title: 'What people say' },
  { href: '/timeline/', title: 'Open a trace' },
  { href: '/privacy/', title: 'Privacy' },
  { href: '/licences/', title: 'Licences of what is shown here' },
] as const;

export function SiteFooter() {
  return (
    <footer className="mt-24 border-t border-line">
      <div className="mx-auto flex max-w-(--page) flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-(--gutter) py-8 text-sm text-ink-soft">
        <p className="max-w-(--measure)">
          Everything runs on this page: real Django, in your browser. What you write and answer stays there.
        </p>
        <ul className="flex flex-wrap gap-x-8 gap-y-1">
          {links.map(({ href, title }) => (
            <li key={href}>
              <CourseLink
                href={href}
                className="inline-block py-1 underline decoration-line-strong underline-offset-4 hover:text-accent"
              >
                {title}
              </CourseLink>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
