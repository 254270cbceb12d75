/** A picture of each unit, 1200 by 630 pixels, for those who share a link to it. */
import { ImageResponse } from 'next/og';
import { CARD, SocialCard } from '@/components/shell/social-card';
import { units } from '@/content/manifest.generated';
import { placeOf } from '@/lib/course/map';
import { COURSE_CARD, cardFile } from '@/lib/course/site';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return [COURSE_CARD, ...units.map(({ id }) => cardFile(id))].map((card) => ({ card }));
}

export async function GET(_request: Request, { params }: { readonly params: Promise<{ card: string }> }) {
  const { card } = await params;
  const unit = units.find(({ id }) => cardFile(id) === card);
  const picture = unit ? (
    <SocialCard place={placeOf(unit)} title={unit.title} summary={unit.summary.replaceAll('`', '')} />
  ) : (
    <SocialCard
      place="A course"
      title="Async middleware in Django"
      summary="Edit real middleware, run it in the page, and see who held the event loop."
    />
  );
  return new ImageResponse(picture, CARD);
}
