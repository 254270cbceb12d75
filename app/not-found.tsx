import type { Metadata } from 'next';
import { MapSection } from '@/components/home/map-section';
import { units } from '@/content/manifest.generated';
import { courseMap } from '@/lib/course/map';

export const metadata: Metadata = { title: 'No such page' };

export default function NotFoundPage() {
  return (
    <>
      <div className="max-w-(--measure) pt-16">
        <p className="text-sm font-semibold text-accent">404</p>
        <h1 className="mt-2 text-4xl font-[680] tracking-tight">No layer answered this request.</h1>
        <p className="mt-5 text-lg text-ink-soft">
          There is no page at this address: it may have been mistyped, or it led somewhere that no longer
          exists. Addresses of units never change, so what you look for is most likely on the map.
        </p>
      </div>
      <MapSection parts={courseMap(units)} />
    </>
  );
}
