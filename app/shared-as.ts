/** How a page is described to search engines, and to those with whom its link is shared. */
import type { Metadata } from 'next';
import { CARD } from '@/components/shell/social-card';
import { siteAddress } from '@/lib/course/addresses';

/** Pictures need full addresses: without a `SITE_URL` at build time there are none. */
export function sharedAs(title: string, description: string, card: string): Metadata {
  const images = process.env.SITE_URL ? [{ url: siteAddress(`/cards/${card}`), ...CARD, alt: title }] : [];
  return {
    description,
    openGraph: { title, description, type: 'website', siteName: 'Await Points', images },
    twitter: { card: images.length > 0 ? 'summary_large_image' : 'summary', title, description, images },
  };
}
