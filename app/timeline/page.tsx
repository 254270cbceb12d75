import type { Metadata } from 'next';
import { OpenTrace } from '@/components/open-trace/open-trace';
import styles from '@/components/open-trace/open-trace.module.css';
import { units } from '@/content/manifest.generated';
import { recordingAddress, siteAddress } from '@/lib/course/addresses';
import { readSamples, readUnit, SAMPLES } from '@/lib/course/read-unit';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = sharedAs({
  path: '/timeline/',
  title: 'Open a trace',
  description: 'Look into a trace of a Django stack: who held the event loop, who was ready, who waited.',
});

/** Every recorded run of the site: the samples, then the lessons' own. */
function recordedRuns() {
  const source = (folder: string, lesson: string | null) => (example: { name: string; title: string }) => ({
    id: `${folder}/${example.name}`,
    title: example.title.replaceAll('`', ''),
    lesson,
    recording: recordingAddress(folder, example.name),
  });
  return [
    ...readSamples('content').map(source(SAMPLES, null)),
    ...units.flatMap(({ id, title }) => readUnit('content', id).examples.map(source(id, title))),
  ];
}

export default function OpenTracePage() {
  return (
    // Lanes want all the width there is, and a little air at its sides.
    <article className={styles.wide}>
      <header className="max-w-(--measure)">
        <h1 className="text-4xl font-[680] tracking-tight">Open a trace</h1>
        <p className="mt-4 text-lg text-ink-soft">
          Any run can be exported from its timeline, and opened here: from three requests to thousands. What
          you open stays in your browser.
        </p>
        <noscript>
          <p className="mt-4">Opening a trace needs JavaScript. The lessons can be read without.</p>
        </noscript>
      </header>
      <OpenTrace address={siteAddress('/timeline/')} runs={recordedRuns()} />
    </article>
  );
}
