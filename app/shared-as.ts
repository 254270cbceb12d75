/** How a page is described to search engines, and to those with whom its link is shared. */
import type { Metadata } from 'next';
import { CARD } from '@/components/shell/social-card';
import { siteAddress } from '@/lib/course/addresses';
import { COURSE_CARD } from '@/lib/course/site';

type Shared = {
  /** From the root of the site, such as `/glossary/`. */
  readonly path: `/${string}`;
  readonly title: string;
  readonly description: string;
  /** The file of its picture; the course's own where it has none. */
  readonly card?: string;
};

/** Pictures, the feed and the page's own address need the host's: without a `SITE_URL` at build time there are none. */
export function sharedAs({ path, title, description, card = COURSE_CARD }: Shared): Metadata {
  const isAddressKnown = Boolean(process.env.SITE_URL);
  const images = isAddressKnown ? [{ url: siteAddress(`/cards/${card}`), ...CARD, alt: title }] : [];
  const url = siteAddress(path);
  return {
    title,
    description,
    ...(isAddressKnown
      ? { alternates: { canonical: url, types: { 'application/atom+xml': siteAddress('/feed.xml') } } }
      : {}),
    openGraph: {
      title,
      description,
      type: 'website',
      siteName: 'Await Points',
      images,
      ...(isAddressKnown ? { url } : {}),
    },
    twitter: { card: isAddressKnown ? 'summary_large_image' : 'summary', title, description, images },
  };
}
