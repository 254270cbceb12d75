/** An example that the reader can edit and run; until then, its code and its recorded run. */
import { InlineCode } from '@/components/ui/inline-code';
import { recordingAddress, runAnchor } from '@/lib/course/addresses';
import { highlightFiles } from '@/lib/course/highlight';
import type { Example } from '@/lib/course/read-unit';
import { StillTimeline } from './still-timeline';
import { WorkbenchWhenNear } from './workbench-when-near';

export async function RunnableExample({
  unitId,
  example,
}: {
  readonly unitId: string;
  readonly example: Example;
}) {
  const highlighted = await highlightFiles(example.scenario.files);
  return (
    <figure id={runAnchor(example.name)} data-wide className="my-10">
      <figcaption className="mb-3 text-lg font-medium">
        <InlineCode text={example.title} />
      </figcaption>
      <WorkbenchWhenNear
        id={`${unitId}/${example.name}`}
        scenario={example.scenario}
        recordingUrl={recordingAddress(unitId, example.name)}
        highlighted={highlighted}
        staticTimeline={<StillTimeline unitId={unitId} example={example.name} />}
        stops={example.stops}
      />
    </figure>
  );
}
