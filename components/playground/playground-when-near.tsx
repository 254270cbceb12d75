'use client';
import { whenNear } from '@/components/ui/when-near';
// What the server wrote is seen before the code is there, which would bring these along, and must not move then.
import '@/components/editor/editor.module.css';
import '@/components/workbench/workbench.module.css';
import './playground.module.css';

/** The playground, fetched as soon as it is in sight; until then the page shows what the server wrote. */
export const PlaygroundWhenNear = whenNear(async () => (await import('./playground')).Playground);
