/** The keys and gestures of the live timeline, below what its marks mean. */

export function Keys() {
  return (
    <p className="mt-3 max-w-prose text-ink-soft">
      With the lanes in focus, the arrow keys step, <Key>W</Key> and <Key>S</Key> zoom, <Key>A</Key> and{' '}
      <Key>D</Key> move along, <Key>0</Key> shows all; <Key>,</Key> and <Key>.</Key> walk from mark to mark,{' '}
      <Key>J</Key> and <Key>K</Key> from row to row. Turning the wheel with Ctrl zooms as well; dragging moves
      the lanes, and dragging over the ruler zooms to what it covers. Arrows lead from an await over what
      ended it to where the request goes on: for the selected mark, else for who holds the loop and who is
      ready. Many requests are piled up, textured as above, one state upon the other; errors and what blocks
      the loop are never left out.
    </p>
  );
}

const Key = ({ children }: { readonly children: string }) => <kbd className="text-ink">{children}</kbd>;
