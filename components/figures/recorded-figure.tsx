/** A figure in a lesson, over one or several recorded runs of its unit. */
import { recordingAddress } from '@/lib/course/addresses';
import type { Example } from '@/lib/course/read-unit';
import { FigureSlot } from './figure-slot';
import type { FigureKind } from './kinds';

export function RecordedFigure({
  kind,
  unitId,
  examples,
}: {
  readonly kind: FigureKind;
  readonly unitId: string;
  readonly examples: readonly Example[];
}) {
  const sources = examples.map(({ name, title }) => ({ name, title, url: recordingAddress(unitId, name) }));
  return (
    <figure data-wide data-block="run" data-figure={kind} className="my-10">
      <FigureSlot kind={kind} unitId={unitId} sources={sources} />
    </figure>
  );
}
