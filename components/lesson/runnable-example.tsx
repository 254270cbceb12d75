/** An example that the reader can edit and run; until then, its code and its recorded run. */
import { recordingAddress } from '@/lib/course/addresses';
import { highlightFiles } from '@/lib/course/highlight';
import type { Example } from '@/lib/course/read-unit';
import { ExampleFigure } from './example-figure';
import { StillTimeline } from './still-timeline';
import { WorkbenchWhenNear } from './workbench-when-near';

export async function RunnableExample({
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
      <WorkbenchWhenNear
        id={`${unitId}/${example.name}`}
        scenario={example.scenario}
        recordingUrl={recordingAddress(unitId, example.name)}
        highlighted={highlighted}
        staticTimeline={<StillTimeline unitId={unitId} example={example.name} />}
        stops={example.stops}
      />
    </ExampleFigure>
  );
}
