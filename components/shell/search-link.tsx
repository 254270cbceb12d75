import { CourseLink } from '@/components/ui/course-link';

export function SearchLink() {
  return (
    <CourseLink
      href="/search/"
      className="grid size-9 place-items-center rounded-full text-ink-soft hover:bg-surface hover:text-ink"
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      >
        <circle cx="7" cy="7" r="4.25" />
        <path d="m10.25 10.25 3.5 3.5" strokeLinecap="round" />
      </svg>
      <span className="sr-only">Search</span>
    </CourseLink>
  );
}
