/** A figure in a lesson, over one or several recorded runs of its unit. */
// The figure is drawn where no stylesheet can be reached from, so its own are asked for here.
import './chain.module.css';
import './figure-frame.module.css';
import './kitchen.module.css';
import './pipeline.module.css';
import { recordingAddress } from '@/lib/course/addresses';
import type { Example } from '@/lib/course/read-unit';
import { FigureWhenNear } from './figure-when-near';
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
      <FigureWhenNear kind={kind} unitId={unitId} sources={sources} />
    </figure>
  );
}
