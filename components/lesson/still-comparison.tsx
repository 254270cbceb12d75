'use client';
/** Two recorded runs compared, as a figure that only the server draws; see StillTimeline. */
import { stillComparison } from '#still-markup';

export function StillComparison({
  unitId,
  before,
  after,
}: {
  readonly unitId: string;
  readonly before: string;
  readonly after: string;
}) {
  return (
    <div
      data-still={`${unitId}/${before}+${after}`}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own figure, rendered by React on the server
      dangerouslySetInnerHTML={{ __html: stillComparison(unitId, before, after) }}
    />
  );
}
