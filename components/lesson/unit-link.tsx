import type { ComponentProps } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import { unitAddress } from '@/lib/course/map';

/** A link to another unit: `<Unit id>`. The build has checked that it exists. */
export function UnitLink({ id, children }: Pick<ComponentProps<'a'>, 'children'> & { readonly id: string }) {
  return <CourseLink href={unitAddress(id)}>{children}</CourseLink>;
}

const isInSite = (href: string): href is `/${string}` => href.startsWith('/');

/** A link of a lesson's Markdown; one into the site works wherever the site is served. */
export function MarkdownLink({ href = '', children, ...properties }: ComponentProps<'a'>) {
  if (isInSite(href))
    return (
      <CourseLink {...properties} href={href}>
        {children}
      </CourseLink>
    );
  return (
    <a {...properties} href={href}>
      {children}
    </a>
  );
}
