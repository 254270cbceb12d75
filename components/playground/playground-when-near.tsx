'use client';
import { whenNear } from '@/components/ui/when-near';

/** The playground, fetched as soon as it is in sight; until then the page shows what the server wrote. */
export const PlaygroundWhenNear = whenNear(async () => (await import('./playground')).Playground);
