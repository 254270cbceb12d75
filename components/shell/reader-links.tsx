import { CourseLink } from '@/components/ui/course-link';
import { readerPages } from './pages';

/** The pages beside the lessons: where to build, what the reader has done, and what can be looked up. */
export function ReaderLinks({ className }: { readonly className: string }) {
  return (
    <ul className={className}>
      {readerPages.map(({ href, title }) => (
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
