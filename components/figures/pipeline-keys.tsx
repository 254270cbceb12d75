/** How to read the pipeline. */
export function PipelineKeys() {
  return (
    <ul className="grid gap-1.5 text-sm text-ink-soft">
      <li>
        A box with a <strong>single edge</strong> runs on the event loop, one with a{' '}
        <strong>double edge</strong> in a thread.
      </li>
      <li>
        The upper rows are the way in, from the outermost layer to the view; the lower ones the way out.
      </li>
      <li>
        A request is <strong>solid</strong> where its code runs, <strong>hatched</strong> where it is
        suspended, <strong>dotted</strong> where it waits for the loop, <strong>dashed</strong> on a bridge.
      </li>
    </ul>
  );
}
