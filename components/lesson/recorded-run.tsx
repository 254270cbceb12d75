/** A recorded run in a lesson: its figure, playable, and its code one tap away. Nothing here can be edited. */
// The figure is drawn where no stylesheet can be reached from, so its own is asked for here.
import '@/components/timeline/figure.module.css';
import { recordingAddress } from '@/lib/course/addresses';
import { highlightFiles } from '@/lib/course/highlight';
import type { Example } from '@/lib/course/read-unit';
import { ExampleFigure } from './example-figure';
import { LiveRun } from './live-run';
import { SourceFiles } from './source-files';
import { StillTimeline } from './still-timeline';

/** The figure alone: what stands under a question as its proof, and on the landing page. */
export function RecordedFigure({ unitId, example }: { readonly unitId: string; readonly example: Example }) {
  return (
    <LiveRun recordingUrl={recordingAddress(unitId, example.name)} stops={example.stops}>
      <StillTimeline unitId={unitId} example={example.name} />
    </LiveRun>
  );
}

export async function RecordedRun({
  unitId,
  example,
  blocks,
}: {
  readonly unitId: string;
  readonly example: Example;
  readonly blocks: string;
}) {
  const highlighted = await highlightFiles(example.scenario.files);
  return (
    <ExampleFigure example={example} blocks={blocks}>
      <details data-side="code" className="unfolds-on-paper mb-4 rounded-card border border-line">
        <summary className="rounded-card px-4 py-2.5 text-sm font-medium text-ink-soft hover:text-accent">
          The code of this run
        </summary>
        <SourceFiles highlighted={highlighted} />
      </details>
      <div data-side="run">
        <RecordedFigure unitId={unitId} example={example} />
      </div>
    </ExampleFigure>
  );
}
