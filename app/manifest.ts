import type { MetadataRoute } from 'next';
import { siteAddress } from '@/lib/course/addresses';
import { ICON_SIZES, iconFile, SITE_TITLE } from '@/lib/course/site';

export const dynamic = 'force-static';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: SITE_TITLE,
    short_name: 'Await Points',
    description: 'A course on async middleware that runs real Django in the page.',
    start_url: siteAddress('/'),
    scope: siteAddress('/'),
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#0b6e6e',
    icons: ICON_SIZES.map((size) => ({
      src: siteAddress(`/icons/${iconFile(size)}`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'maskable',
    })),
  };
}
