import type { ComponentProps } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import { runAnchor } from '@/lib/course/addresses';
import { unitAddress } from '@/lib/course/map';

/** A link to another unit, or to one of its runs: `<Unit id run>`. The build has checked that it exists. */
export function UnitLink({
  id,
  run,
  children,
}: Pick<ComponentProps<'a'>, 'children'> & { readonly id: string; readonly run?: string }) {
  const address = unitAddress(id);
  return (
    <CourseLink href={run === undefined ? address : `${address}#${runAnchor(run)}`}>{children}</CourseLink>
  );
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
