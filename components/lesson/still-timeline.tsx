'use client';
/**
 * A recorded run as a figure that only the server draws.
 *
 * What a server component draws is sent twice, as HTML and again as data for React, and a lesson holds ten
 * such figures. This one is sent as HTML alone: the server's module draws it, and the browser's module
 * takes it from the page as it stands there (`#still-markup`, see the package's `imports`).
 */
import { stillMarkup } from '#still-markup';

export function StillTimeline({ unitId, example }: { readonly unitId: string; readonly example: string }) {
  return (
    <div
      data-still={`${unitId}/${example}`}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own figure, rendered by React on the server
      dangerouslySetInnerHTML={{ __html: stillMarkup(unitId, example) }}
    />
  );
}
