/** The site's sign as pictures, for devices on which it is installed. */
import { ImageResponse } from 'next/og';
import { AppIcon } from '@/components/shell/app-icon';
import { ICON_SIZES, iconFile } from '@/lib/course/site';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return ICON_SIZES.map((size) => ({ icon: iconFile(size) }));
}

export async function GET(_request: Request, { params }: { readonly params: Promise<{ icon: string }> }) {
  const { icon } = await params;
  const size = ICON_SIZES.find((candidate) => iconFile(candidate) === icon) ?? ICON_SIZES[0];
  return new ImageResponse(<AppIcon size={size} />, { width: size, height: size });
}
