/** The frame of an example: its title, and the anchor by which questions and the story link to it. */
import type { ReactNode } from 'react';
import { InlineCode } from '@/components/ui/inline-code';
import { runAnchor } from '@/lib/course/addresses';
import type { Example } from '@/lib/course/read-unit';

export function ExampleFigure({
  example: { name, title },
  blocks,
  children,
}: {
  readonly example: Pick<Example, 'name' | 'title'>;
  /** What it is to the ways into the unit. */
  readonly blocks: string;
  readonly children: ReactNode;
}) {
  return (
    <figure id={runAnchor(name)} data-wide data-block={blocks} className="my-10">
      <figcaption className="mb-3 text-lg font-medium">
        <InlineCode text={title} />
      </figcaption>
      {children}
    </figure>
  );
}
