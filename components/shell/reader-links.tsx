import { CourseLink } from '@/components/ui/course-link';

const links = [
  { href: '/playground/', title: 'Playground' },
  { href: '/review/', title: 'Review' },
  { href: '/progress/', title: 'Progress' },
  { href: '/glossary/', title: 'Glossary' },
] as const;

/** The pages beside the lessons: where to build, what the reader has done, and what can be looked up. */
export function ReaderLinks({ className }: { readonly className: string }) {
  return (
    <ul className={className}>
      {links.map(({ href, title }) => (
        <li key={href}>
          <CourseLink
            href={href}
            className="inline-block rounded-sm px-2 py-1.5 hover:text-accent hover:underline"
          >
            {title}
          </CourseLink>
        </li>
      ))}
    </ul>
  );
}
