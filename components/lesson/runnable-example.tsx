/** An example that the reader can edit and run; until then, its code and its recorded run. */
import dynamic from 'next/dynamic';
import { StaticTimeline } from '@/components/timeline/static-timeline';
import { InlineCode } from '@/components/ui/inline-code';
import { recordingAddress } from '@/lib/course/addresses';
import { highlightFiles } from '@/lib/course/highlight';
import type { Example } from '@/lib/course/read-unit';

const Workbench = dynamic(() =>
  import('@/components/workbench/workbench').then((module) => module.Workbench),
);

export async function RunnableExample({
  unitId,
  example,
}: {
  readonly unitId: string;
  readonly example: Example;
}) {
  const highlighted = await highlightFiles(example.scenario.files);
  return (
    <figure data-wide className="my-10">
      <figcaption className="mb-3 text-lg font-medium">
        <InlineCode text={example.title} />
      </figcaption>
      <Workbench
        id={`${unitId}/${example.name}`}
        scenario={example.scenario}
        recordingUrl={recordingAddress(unitId, example.name)}
        highlighted={highlighted}
        staticTimeline={<StaticTimeline trace={example.recording} stops={example.stops} />}
        stops={example.stops}
      />
    </figure>
  );
}
