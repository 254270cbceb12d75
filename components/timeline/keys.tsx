/** The keys and gestures of the live timeline, below what its marks mean. */
import { keyCaps } from '@/lib/shortcuts/caps';
import { laneKeys, timelineKeys } from '@/lib/shortcuts/keys';

export function Keys() {
  return (
    <p className="mt-3 max-w-prose text-ink-soft">
      With the lanes in focus, the arrow keys step, <Key of={timelineKeys.zoomIn} /> and{' '}
      <Key of={timelineKeys.zoomOut} /> zoom, <Key of={timelineKeys.left} /> and{' '}
      <Key of={timelineKeys.right} /> move along, <Key of={timelineKeys.whole} /> shows all;{' '}
      <Key of={laneKeys.previousMark} /> and <Key of={laneKeys.nextMark} /> walk from mark to mark,{' '}
      <Key of={laneKeys.nextRow} /> and <Key of={laneKeys.previousRow} /> from row to row. Turning the wheel
      with Ctrl zooms as well; dragging moves the lanes, and dragging over the ruler zooms to what it covers.
      Arrows lead from an await over what ended it to where the request goes on: for the selected mark, else
      for who holds the loop and who is ready. Many requests are piled up, textured as above, one state upon
      the other; errors and what blocks the loop are never left out.
    </p>
  );
}

/** The first of the keys that do it. */
const Key = ({ of: [key = ''] }: { readonly of: readonly string[] }) => (
  <kbd className="text-ink">{keyCaps(key, false)}</kbd>
);
