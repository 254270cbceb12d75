/**
 * A link within the site: a plain one. A page here is a document that is soon read from the cache, so a
 * router in the browser would cost every page more bytes than it saves, and the browser itself moves the
 * focus, restores the scroll and announces the page.
 */
import type { ComponentProps } from 'react';
import { siteAddress } from '@/lib/course/addresses';

type Properties = ComponentProps<'a'> & {
  /** From the root of the site, such as `/licences/`. */ readonly href: `/${string}`;
};

export function CourseLink({ href, children, ...properties }: Properties) {
  return (
    <a {...properties} href={siteAddress(href)}>
      {children}
    </a>
  );
}
